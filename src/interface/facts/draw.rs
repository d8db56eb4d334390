//! Drawing: the few shapes of SVG that the pictures are made of. A picture is one file that needs nothing else.

use textwrap::core::display_width;

use crate::interface::visible::visible;

/// The average width of a letter at 13 pixels, the size that text is set in.
const LETTER: f64 = 7.8;

/// A picture that grows as shapes are added.
#[derive(Debug, Default)]
pub struct Drawing {
    body: String,
}

impl Drawing {
    /// Text that begins (`start`), is centred (`middle`) or ends (`end`) at a point on its base line.
    pub fn text(&mut self, x: f64, y: f64, class: &str, anchor: &str, text: &str) {
        self.body += &format!("<text x=\"{x:.1}\" y=\"{y:.1}\" class=\"{class}\" text-anchor=\"{anchor}\">{}</text>\n", escape(text));
    }

    /// A text of several lines, the middle of which is level with `y`.
    pub fn lines(&mut self, x: f64, y: f64, class: &str, anchor: &str, lines: &[String]) {
        let top = y - LINE * (lines.len().saturating_sub(1)) as f64 / 2.0;
        for (n, line) in lines.iter().enumerate() {
            self.text(x, top + LINE * n as f64, class, anchor, line);
        }
    }

    /// A box with round corners; `tip` is shown where the pointer rests on it.
    pub fn rect(&mut self, [x, y, width, height]: [f64; 4], class: &str, tip: &str) {
        self.body += &format!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"5\" class=\"{class}\">{}</rect>\n",
            title(tip)
        );
    }

    /// A dot.
    pub fn dot(&mut self, x: f64, y: f64, radius: f64, class: &str) {
        self.body += &format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius}\" class=\"{class}\"/>\n");
    }

    /// A straight line.
    pub fn line(&mut self, [x, y]: [f64; 2], [to_x, to_y]: [f64; 2], class: &str) {
        self.body += &format!("<line x1=\"{x:.1}\" y1=\"{y:.1}\" x2=\"{to_x:.1}\" y2=\"{to_y:.1}\" class=\"{class}\"/>\n");
    }

    /// A curve that leaves and arrives level, bent half way.
    pub fn curve(&mut self, [x, y]: [f64; 2], [to_x, to_y]: [f64; 2], class: &str, tip: &str) {
        let middle = (x + to_x) / 2.0;
        self.body += &format!(
            "<path d=\"M{x:.1},{y:.1} C{middle:.1},{y:.1} {middle:.1},{to_y:.1} {to_x:.1},{to_y:.1}\" class=\"{class}\">{}</path>\n",
            title(tip)
        );
    }

    /// An arc between two points, bulging to the right by `bulge`.
    pub fn arc(&mut self, [x, y]: [f64; 2], [to_x, to_y]: [f64; 2], bulge: f64, class: &str, tip: &str) {
        let far = x.max(to_x) + bulge;
        self.body += &format!(
            "<path d=\"M{x:.1},{y:.1} C{far:.1},{y:.1} {far:.1},{to_y:.1} {to_x:.1},{to_y:.1}\" class=\"{class}\">{}</path>\n",
            title(tip)
        );
    }

    /// The file: the shapes on a sheet of this size, with a style sheet of `rules`.
    pub fn file(self, width: f64, height: f64, name: &str, rules: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" height=\"{height:.0}\" \
             font-family=\"system-ui, 'DejaVu Sans', Helvetica, Arial, sans-serif\" font-size=\"13\">\n<title>{}</title>\n<style>\n{rules}</style>\n\
             <rect width=\"100%\" height=\"100%\" class=\"sheet\"/>\n{}</svg>\n",
            escape(name),
            self.body
        )
    }
}

/// The distance between the lines of a text, in pixels.
pub const LINE: f64 = 15.0;
/// The most lines of a text in a picture.
const MOST_LINES: usize = 3;

/// How many pixels the longest of some lines takes, about.
pub fn widest(lines: &[String]) -> f64 {
    lines.iter().map(|line| width(line)).fold(0.0, f64::max)
}

/// A text in lines of at most `most` columns; what does not fit into three is cut.
pub fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = textwrap::wrap(text, most).into_iter().map(String::from).collect();
    if lines.len() > MOST_LINES {
        let rest = lines[MOST_LINES - 1..].join(" ");
        lines.truncate(MOST_LINES - 1);
        lines.push(cut(&rest, most));
    }
    lines
}

/// How many pixels a text takes, about.
pub fn width(text: &str) -> f64 {
    display_width(text) as f64 * LETTER
}

/// A text of at most `most` columns, cut with an ellipsis.
pub fn cut(text: &str, most: usize) -> String {
    if display_width(text) <= most {
        return text.to_string();
    }
    let mut kept = String::new();
    for c in text.chars() {
        if display_width(&kept) + 2 > most {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}

fn title(tip: &str) -> String {
    if tip.is_empty() { String::new() } else { format!("<title>{}</title>", escape(tip)) }
}

/// Text as XML takes it, control characters made visible.
fn escape(text: &str) -> String {
    visible(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut() {
        assert_eq!(cut("Orla Finch", 10), "Orla Finch");
        assert_eq!(cut("Orla Finch", 6), "Orla…");
    }

    #[test]
    fn long_texts_are_wrapped() {
        assert_eq!(wrapped("Orla Finch", 10), ["Orla Finch"]);
        assert_eq!(wrapped("Orla Finch sold the boat", 10), ["Orla Finch", "sold the", "boat"]);
        assert_eq!(wrapped("Orla Finch sold the boat to Ada Marlow", 10), ["Orla Finch", "sold the", "boat to A…"]);
    }

    #[test]
    fn text_is_no_markup() {
        let mut drawing = Drawing::default();
        drawing.text(0.0, 0.0, "a", "start", "<b> & \"c\"\u{1b}");
        let file = drawing.file(10.0, 10.0, "", "");
        assert!(file.contains("&lt;b&gt; &amp; &quot;c&quot;␛"), "{file}");
    }
}

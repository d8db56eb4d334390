//! docent in another program: `cargo run --example embed -- FILE QUESTION`.

use docent::dialogue::{Options, State, turn};
use docent::document::Document;
use docent::knowledge::Knowledge;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(file), Some(question)) = (arguments.next(), arguments.next()) else { return Err("usage: embed FILE QUESTION".into()) };
    let document = Document::read(&file, std::fs::read(&file)?, None)?;
    let knowledge = Knowledge::of_document(document);
    let (_state, reply) = turn(&knowledge, &State::default(), &question, &Options::default());
    println!("{}", reply.answer.as_deref().unwrap_or("The document does not say."));
    reply.sources.iter().for_each(|source| println!("line {}: {}", source.line, source.text));
    Ok(())
}

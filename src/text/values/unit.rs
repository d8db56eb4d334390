//! Units of time, of measure and of money: their names, and how they convert.

use serde::{Deserialize, Serialize};

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl TimeUnit {
    /// Its length in seconds, months and years by their mean length.
    pub fn seconds(self) -> f64 {
        const DAY: f64 = 86_400.0;
        match self {
            Self::Second => 1.0,
            Self::Minute => 60.0,
            Self::Hour => 3_600.0,
            Self::Day => DAY,
            Self::Week => 7.0 * DAY,
            Self::Month => 365.2425 / 12.0 * DAY,
            Self::Quarter => 365.2425 / 4.0 * DAY,
            Self::Year => 365.2425 * DAY,
            Self::Decade => 3_652.425 * DAY,
            Self::Century => 36_524.25 * DAY,
            Self::Millennium => 365_242.5 * DAY,
        }
    }

    /// The unit's name in the singular.
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Millennium => "millennium",
        }
    }

    /// The unit a word in lower case names, and how many of it: a fortnight is two weeks.
    pub(super) fn named(word: &str) -> Option<(f64, Self)> {
        let unit = match word {
            "second" | "seconds" | "sec" | "secs" => Self::Second,
            "minute" | "minutes" | "min" | "mins" => Self::Minute,
            "hour" | "hours" | "hr" | "hrs" => Self::Hour,
            "day" | "days" | "night" | "nights" => Self::Day,
            "week" | "weeks" => Self::Week,
            "fortnight" | "fortnights" => return Some((2.0, Self::Week)),
            "month" | "months" => Self::Month,
            "year" | "years" | "yr" | "yrs" => Self::Year,
            "decade" | "decades" => Self::Decade,
            "century" | "centuries" => Self::Century,
            "millennium" | "millennia" => Self::Millennium,
            _ => return None,
        };
        Some((1.0, unit))
    }
}

/// What a unit of measure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Dimension {
    Length,
    Area,
    Volume,
    Mass,
    Speed,
    Temperature,
    Power,
    Energy,
    Data,
    Frequency,
    /// People to an area.
    Density,
    Angle,
}

macro_rules! units {
    ($($name:ident $dimension:ident $factor:literal $symbol:literal,)*) => {
        /// A unit of measure.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[allow(missing_docs)]
        pub enum Unit { $($name),* }

        impl Unit {
            /// What it measures, its size in the dimension's first unit below, its symbol.
            const fn entry(self) -> (Dimension, f64, &'static str) {
                match self { $(Self::$name => (Dimension::$dimension, $factor, $symbol)),* }
            }
        }
    };
}

// Sizes are in the SI unit of the dimension (m, m², m³, kg, m/s, °C, W, J, byte, Hz, people a km², degree).
units! {
    Millimetre Length 0.001 "mm", Centimetre Length 0.01 "cm", Metre Length 1.0 "m", Kilometre Length 1000.0 "km",
    Inch Length 0.0254 "in", Foot Length 0.3048 "ft", Yard Length 0.9144 "yd", Mile Length 1609.344 "mi", NauticalMile Length 1852.0 "nmi",
    LightYear Length 9.4607304725808e15 "ly",
    SquareMetre Area 1.0 "m²", SquareKilometre Area 1e6 "km²", SquareFoot Area 0.09290304 "sq ft", SquareMile Area 2589988.110336 "sq mi",
    Hectare Area 1e4 "ha", Acre Area 4046.8564224 "acres",
    CubicMetre Volume 1.0 "m³", CubicKilometre Volume 1e9 "km³", CubicFoot Volume 0.028316846592 "cu ft", Litre Volume 0.001 "L",
    Millilitre Volume 1e-6 "mL", Gallon Volume 0.003785411784 "gal", Barrel Volume 0.158987294928 "bbl",
    Milligram Mass 1e-6 "mg", Gram Mass 0.001 "g", Kilogram Mass 1.0 "kg", Tonne Mass 1000.0 "t", Pound Mass 0.45359237 "lb",
    Ounce Mass 0.028349523125 "oz", Stone Mass 6.35029318 "st",
    KilometrePerHour Speed 0.2777777777777778 "km/h", MilePerHour Speed 0.44704 "mph", MetrePerSecond Speed 1.0 "m/s", Knot Speed 0.5144444444444445 "kn",
    Celsius Temperature 1.0 "°C", Fahrenheit Temperature 0.5555555555555556 "°F", Kelvin Temperature 1.0 "K",
    Watt Power 1.0 "W", Kilowatt Power 1e3 "kW", Megawatt Power 1e6 "MW", Gigawatt Power 1e9 "GW", Horsepower Power 745.69987158227 "hp",
    KilowattHour Energy 3.6e6 "kWh", Joule Energy 1.0 "J",
    Kilobyte Data 1e3 "kB", Megabyte Data 1e6 "MB", Gigabyte Data 1e9 "GB", Terabyte Data 1e12 "TB",
    Hertz Frequency 1.0 "Hz", Kilohertz Frequency 1e3 "kHz", Megahertz Frequency 1e6 "MHz", Gigahertz Frequency 1e9 "GHz",
    PerSquareKilometre Density 1.0 "/km²", PerSquareMile Density 0.3861021585424458 "/sq mi",
    Degree Angle 1.0 "°",
}

impl Unit {
    /// What it measures.
    pub fn dimension(self) -> Dimension {
        self.entry().0
    }

    /// Its symbol, such as `km²`.
    pub fn symbol(self) -> &'static str {
        self.entry().2
    }

    /// `amount` of this unit in the SI unit of its dimension (temperatures in °C), so that amounts of two units compare.
    pub fn to_si(self, amount: f64) -> f64 {
        match self {
            Self::Fahrenheit => (amount - 32.0) / 1.8,
            Self::Kelvin => amount - 273.15,
            _ => amount * self.entry().1,
        }
    }

    /// The length unit squared, the one cubed: `square miles`, `m³`.
    pub(super) fn raised(self, power: u8) -> Option<Self> {
        Some(match (self, power) {
            (Self::Metre, 2) => Self::SquareMetre,
            (Self::Kilometre, 2) => Self::SquareKilometre,
            (Self::Foot, 2) => Self::SquareFoot,
            (Self::Mile, 2) => Self::SquareMile,
            (Self::Metre, 3) => Self::CubicMetre,
            (Self::Kilometre, 3) => Self::CubicKilometre,
            (Self::Foot, 3) => Self::CubicFoot,
            _ => return None,
        })
    }

    /// This length covered in one `time`.
    pub(super) fn each(self, time: TimeUnit) -> Option<Self> {
        Some(match (self, time) {
            (Self::Kilometre, TimeUnit::Hour) => Self::KilometrePerHour,
            (Self::Mile, TimeUnit::Hour) => Self::MilePerHour,
            (Self::Metre, TimeUnit::Second) => Self::MetrePerSecond,
            _ => return None,
        })
    }

    /// The unit a word names; symbols keep their case (`MW`, `mm`).
    pub(super) fn named(raw: &str, low: &str) -> Option<Self> {
        Some(match low {
            "mm" | "millimetre" | "millimetres" | "millimeter" | "millimeters" => Self::Millimetre,
            "cm" | "centimetre" | "centimetres" | "centimeter" | "centimeters" => Self::Centimetre,
            "metre" | "metres" | "meter" | "meters" => Self::Metre,
            "km" | "kms" | "kilometre" | "kilometres" | "kilometer" | "kilometers" => Self::Kilometre,
            "inch" | "inches" => Self::Inch,
            "ft" | "foot" | "feet" => Self::Foot,
            "yd" | "yds" | "yard" | "yards" => Self::Yard,
            "mi" | "mile" | "miles" => Self::Mile,
            "hectare" | "hectares" | "ha" => Self::Hectare,
            "acre" | "acres" => Self::Acre,
            "litre" | "litres" | "liter" | "liters" => Self::Litre,
            "ml" | "millilitre" | "millilitres" | "milliliter" | "milliliters" => Self::Millilitre,
            "gallon" | "gallons" => Self::Gallon,
            "barrel" | "barrels" => Self::Barrel,
            "mg" | "milligram" | "milligrams" => Self::Milligram,
            "gram" | "grams" | "gramme" | "grammes" => Self::Gram,
            "kg" | "kgs" | "kilogram" | "kilograms" | "kilo" | "kilos" => Self::Kilogram,
            "tonne" | "tonnes" | "ton" | "tons" => Self::Tonne,
            "lb" | "lbs" => Self::Pound,
            "oz" | "ounce" | "ounces" => Self::Ounce,
            "mph" => Self::MilePerHour,
            "kph" | "kmh" => Self::KilometrePerHour,
            "knot" | "knots" => Self::Knot,
            "kelvin" | "kelvins" => Self::Kelvin,
            "watt" | "watts" => Self::Watt,
            "kw" | "kilowatt" | "kilowatts" => Self::Kilowatt,
            "megawatt" | "megawatts" => Self::Megawatt,
            "gw" | "gigawatt" | "gigawatts" => Self::Gigawatt,
            "hp" | "horsepower" => Self::Horsepower,
            "kwh" => Self::KilowattHour,
            "joule" | "joules" => Self::Joule,
            "kb" | "kilobyte" | "kilobytes" => Self::Kilobyte,
            "mb" | "megabyte" | "megabytes" => Self::Megabyte,
            "gb" | "gigabyte" | "gigabytes" => Self::Gigabyte,
            "tb" | "terabyte" | "terabytes" => Self::Terabyte,
            "hz" | "hertz" => Self::Hertz,
            "khz" | "kilohertz" => Self::Kilohertz,
            "mhz" | "megahertz" => Self::Megahertz,
            "ghz" | "gigahertz" => Self::Gigahertz,
            "degree" | "degrees" => Self::Degree,
            _ => match raw {
                "m" => Self::Metre,
                "g" => Self::Gram,
                "l" | "L" => Self::Litre,
                "MW" => Self::Megawatt,
                _ => return None,
            },
        })
    }
}

/// The currency a sign stands for, as its ISO 4217 code.
pub(super) fn currency_sign(sign: char) -> Option<&'static str> {
    Some(match sign {
        '$' => "USD",
        '€' => "EUR",
        '£' => "GBP",
        '¥' => "JPY",
        '₹' => "INR",
        '₽' => "RUB",
        '₩' => "KRW",
        '₺' => "TRY",
        '₪' => "ILS",
        '₫' => "VND",
        '₴' => "UAH",
        '₦' => "NGN",
        '₱' => "PHP",
        '฿' => "THB",
        _ => return None,
    })
}

/// The currency that letters before a dollar sign make of it: `A$`.
pub(super) fn dollar_of(letters: &str) -> Option<&'static str> {
    Some(match letters {
        "us" => "USD",
        "a" | "au" => "AUD",
        "c" | "ca" => "CAD",
        "nz" => "NZD",
        "hk" => "HKD",
        "s" => "SGD",
        "r" => "BRL",
        "nt" => "TWD",
        _ => return None,
    })
}

/// ISO codes that are read as such, in capitals; sorted.
const CODES: &[&str] = &[
    "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DEM", "DKK", "EUR", "FRF", "GBP", "HKD", "HUF", "ILS", "INR", "JPY", "KRW", "MAD", "MXN",
    "NGN", "NOK", "NZD", "PLN", "RON", "RUB", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "ZAR",
];

/// The ISO code that `word` is, if it is one.
pub(super) fn code(word: &str) -> Option<&'static str> {
    if word.len() != 3 {
        return None;
    }
    CODES.binary_search(&word).ok().map(|k| CODES[k])
}

/// The currency a word names, and the part of it: a cent is a hundredth. Currencies of many states keep their own name.
pub(super) fn currency_word(word: &str) -> Option<(f64, &'static str)> {
    Some(match word {
        "euro" | "euros" => (1.0, "EUR"),
        "dollar" | "dollars" | "buck" | "bucks" => (1.0, "USD"),
        "cent" | "cents" => (0.01, "USD"),
        "pound" | "pounds" | "quid" => (1.0, "GBP"),
        "pence" | "pennies" => (0.01, "GBP"),
        "shilling" | "shillings" => (1.0, "shilling"),
        "yen" => (1.0, "JPY"),
        "yuan" | "renminbi" => (1.0, "CNY"),
        "rupee" | "rupees" => (1.0, "INR"),
        "rouble" | "roubles" | "ruble" | "rubles" => (1.0, "RUB"),
        "franc" | "francs" => (1.0, "franc"),
        "marks" | "deutschmarks" => (1.0, "DEM"),
        "lira" | "liras" | "lire" => (1.0, "lira"),
        "peso" | "pesos" => (1.0, "peso"),
        "peseta" | "pesetas" => (1.0, "ESP"),
        "dinar" | "dinars" => (1.0, "dinar"),
        "dirham" | "dirhams" => (1.0, "dirham"),
        "krona" | "kronor" => (1.0, "SEK"),
        "krone" | "kroner" => (1.0, "krone"),
        "zloty" | "zlotys" => (1.0, "PLN"),
        "baht" => (1.0, "THB"),
        "riyal" | "riyals" => (1.0, "riyal"),
        "shekel" | "shekels" => (1.0, "ILS"),
        "guilder" | "guilders" => (1.0, "guilder"),
        "florin" | "florins" => (1.0, "florin"),
        "ducat" | "ducats" => (1.0, "ducat"),
        "crown" | "crowns" => (1.0, "crown"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted() {
        assert!(CODES.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn amounts_compare_in_si_units() {
        assert_eq!(Unit::Fahrenheit.to_si(212.0), 100.0);
        assert_eq!(Unit::Mile.to_si(1.0), Unit::Kilometre.to_si(1.609344));
        assert_eq!(Unit::SquareKilometre.symbol(), "km²");
    }
}

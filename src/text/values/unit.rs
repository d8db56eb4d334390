//! Units of measure and of money: their names, and how they convert.

use super::TimeUnit;
use serde::{Deserialize, Serialize};

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

/// A unit of measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Unit {
    Millimetre,
    Centimetre,
    Metre,
    Kilometre,
    Inch,
    Foot,
    Yard,
    Mile,
    NauticalMile,
    LightYear,
    SquareMetre,
    SquareKilometre,
    SquareFoot,
    SquareMile,
    Hectare,
    Acre,
    CubicMetre,
    CubicKilometre,
    CubicFoot,
    Litre,
    Millilitre,
    Gallon,
    Barrel,
    Milligram,
    Gram,
    Kilogram,
    Tonne,
    Pound,
    Ounce,
    Stone,
    KilometrePerHour,
    MilePerHour,
    MetrePerSecond,
    Knot,
    Celsius,
    Fahrenheit,
    Kelvin,
    Watt,
    Kilowatt,
    Megawatt,
    Gigawatt,
    Horsepower,
    KilowattHour,
    Joule,
    Kilobyte,
    Megabyte,
    Gigabyte,
    Terabyte,
    Hertz,
    Kilohertz,
    Megahertz,
    Gigahertz,
    PerSquareKilometre,
    PerSquareMile,
    Degree,
}

/// Each unit's dimension, its size in the dimension's SI unit (m, m², m³, kg, m/s, °C, W, J, byte, Hz, people a km², degree) and
/// its symbol, in the order of [`Unit`].
#[rustfmt::skip]
const UNITS: &[(Unit, Dimension, f64, &str)] = &[
    (Unit::Millimetre, Dimension::Length, 0.001, "mm"),
    (Unit::Centimetre, Dimension::Length, 0.01, "cm"),
    (Unit::Metre, Dimension::Length, 1.0, "m"),
    (Unit::Kilometre, Dimension::Length, 1000.0, "km"),
    (Unit::Inch, Dimension::Length, 0.0254, "in"),
    (Unit::Foot, Dimension::Length, 0.3048, "ft"),
    (Unit::Yard, Dimension::Length, 0.9144, "yd"),
    (Unit::Mile, Dimension::Length, 1609.344, "mi"),
    (Unit::NauticalMile, Dimension::Length, 1852.0, "nmi"),
    (Unit::LightYear, Dimension::Length, 9.4607304725808e15, "ly"),
    (Unit::SquareMetre, Dimension::Area, 1.0, "m²"),
    (Unit::SquareKilometre, Dimension::Area, 1e6, "km²"),
    (Unit::SquareFoot, Dimension::Area, 0.09290304, "sq ft"),
    (Unit::SquareMile, Dimension::Area, 2589988.110336, "sq mi"),
    (Unit::Hectare, Dimension::Area, 1e4, "ha"),
    (Unit::Acre, Dimension::Area, 4046.8564224, "acres"),
    (Unit::CubicMetre, Dimension::Volume, 1.0, "m³"),
    (Unit::CubicKilometre, Dimension::Volume, 1e9, "km³"),
    (Unit::CubicFoot, Dimension::Volume, 0.028316846592, "cu ft"),
    (Unit::Litre, Dimension::Volume, 0.001, "L"),
    (Unit::Millilitre, Dimension::Volume, 1e-6, "mL"),
    (Unit::Gallon, Dimension::Volume, 0.003785411784, "gal"),
    (Unit::Barrel, Dimension::Volume, 0.158987294928, "bbl"),
    (Unit::Milligram, Dimension::Mass, 1e-6, "mg"),
    (Unit::Gram, Dimension::Mass, 0.001, "g"),
    (Unit::Kilogram, Dimension::Mass, 1.0, "kg"),
    (Unit::Tonne, Dimension::Mass, 1000.0, "t"),
    (Unit::Pound, Dimension::Mass, 0.45359237, "lb"),
    (Unit::Ounce, Dimension::Mass, 0.028349523125, "oz"),
    (Unit::Stone, Dimension::Mass, 6.35029318, "st"),
    (Unit::KilometrePerHour, Dimension::Speed, 0.2777777777777778, "km/h"),
    (Unit::MilePerHour, Dimension::Speed, 0.44704, "mph"),
    (Unit::MetrePerSecond, Dimension::Speed, 1.0, "m/s"),
    (Unit::Knot, Dimension::Speed, 0.5144444444444445, "kn"),
    (Unit::Celsius, Dimension::Temperature, 1.0, "°C"),
    (Unit::Fahrenheit, Dimension::Temperature, 0.5555555555555556, "°F"),
    (Unit::Kelvin, Dimension::Temperature, 1.0, "K"),
    (Unit::Watt, Dimension::Power, 1.0, "W"),
    (Unit::Kilowatt, Dimension::Power, 1e3, "kW"),
    (Unit::Megawatt, Dimension::Power, 1e6, "MW"),
    (Unit::Gigawatt, Dimension::Power, 1e9, "GW"),
    (Unit::Horsepower, Dimension::Power, 745.69987158227, "hp"),
    (Unit::KilowattHour, Dimension::Energy, 3.6e6, "kWh"),
    (Unit::Joule, Dimension::Energy, 1.0, "J"),
    (Unit::Kilobyte, Dimension::Data, 1e3, "kB"),
    (Unit::Megabyte, Dimension::Data, 1e6, "MB"),
    (Unit::Gigabyte, Dimension::Data, 1e9, "GB"),
    (Unit::Terabyte, Dimension::Data, 1e12, "TB"),
    (Unit::Hertz, Dimension::Frequency, 1.0, "Hz"),
    (Unit::Kilohertz, Dimension::Frequency, 1e3, "kHz"),
    (Unit::Megahertz, Dimension::Frequency, 1e6, "MHz"),
    (Unit::Gigahertz, Dimension::Frequency, 1e9, "GHz"),
    (Unit::PerSquareKilometre, Dimension::Density, 1.0, "/km²"),
    (Unit::PerSquareMile, Dimension::Density, 0.3861021585424458, "/sq mi"),
    (Unit::Degree, Dimension::Angle, 1.0, "°"),
];

impl Unit {
    /// What it measures.
    pub fn dimension(self) -> Dimension {
        UNITS[self as usize].1
    }

    /// Its symbol, such as `km²`.
    pub fn symbol(self) -> &'static str {
        UNITS[self as usize].3
    }

    /// `amount` of this unit in the SI unit of its dimension (temperatures in °C), so that amounts of two units compare.
    pub fn to_si(self, amount: f64) -> f64 {
        match self {
            Self::Fahrenheit => (amount - 32.0) / 1.8,
            Self::Kelvin => amount - 273.15,
            _ => amount * UNITS[self as usize].2,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_the_order_of_the_units() {
        assert!(UNITS.iter().enumerate().all(|(k, entry)| entry.0 as usize == k));
        assert_eq!(UNITS.last().map(|entry| entry.0), Some(Unit::Degree));
    }

    #[test]
    fn amounts_compare_in_si_units() {
        assert_eq!(Unit::Fahrenheit.to_si(212.0), 100.0);
        assert_eq!(Unit::Mile.to_si(1.0), Unit::Kilometre.to_si(1.609344));
        assert_eq!(Unit::SquareKilometre.symbol(), "km²");
    }
}

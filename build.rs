//! Compiles `knowledge/` into the two tables that the binary holds: the rules, and the documents read, indexed and with their facts. A fault in a rule, a
//! document or a fact file stops the build with its place.

#![allow(dead_code, unused_imports)]

#[path = "src/document/mod.rs"]
mod document;
#[path = "src/error.rs"]
mod error;
#[path = "src/facts/mod.rs"]
mod facts;
#[path = "src/knowledge/mod.rs"]
mod knowledge;
#[path = "src/text/mod.rs"]
mod text;

use std::path::Path;

pub use error::{Error, Result};

fn main() {
    println!("cargo::rerun-if-changed=knowledge");
    let folder = Path::new("knowledge");
    let knowledge = knowledge::Knowledge::open(folder).unwrap_or_else(|fault| {
        println!("cargo::error={fault}");
        std::process::exit(1)
    });
    write("rules.postcard", &knowledge.rules);
    write("sources.postcard", &knowledge.sources);
}

fn write(name: &str, value: &impl serde::Serialize) {
    let folder = std::env::var_os("OUT_DIR").expect("cargo names the folder");
    let bytes = postcard::to_stdvec(value).expect("plain data can be written");
    std::fs::write(Path::new(&folder).join(name), bytes).expect("the build folder can be written to");
}

//! The interface: the command line, the REPL, rendering. All input and output of the program is here.

pub mod inspect;
pub mod tree;

//! Window or command: parse, call, exit code.

fn main() {}

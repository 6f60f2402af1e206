//! The `dateline` program: the window, and the command line for everything the window knows.

use std::process::ExitCode;

fn main() -> ExitCode {
    dateline::cli::main(std::env::args_os())
}

//! The native tool.

fn main() -> std::process::ExitCode {
    indicator_widgets::cli::main()
}

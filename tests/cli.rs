//! The console examples of the README (and what else stands beside it) and of `tests/cmd/`, run. `TRYCMD=overwrite cargo test --test cli` renews them.

#[test]
fn console_examples() {
    trycmd::TestCases::new().case("*.md").case("tests/cmd/*.md").env("NO_COLOR", "1");
}

//! The rules by name: what each says, with examples that must and must not be read by it. `dateline explain` shows the
//! sentence; the tests run the examples (in an article of Tuesday, 6 January 2026).

mod calendar;
mod lengths;

/// A rule by which time expressions are recognised and read.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name, as in [`crate::model::Timex::rule`].
    pub name: &'static str,
    /// What it says.
    pub says: &'static str,
    /// Sentences with the expression in brackets, and the value it must get.
    pub yes: &'static [(&'static str, &'static str)],
    /// Sentences in which the rule must find nothing.
    pub no: &'static [&'static str],
}

/// The rule of that name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    rules().find(|r| r.name == name)
}

const fn row(
    name: &'static str,
    says: &'static str,
    yes: &'static [(&'static str, &'static str)],
    no: &'static [&'static str],
) -> Rule {
    Rule { name, says, yes, no }
}

/// All rules.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    calendar::RULES.iter().chain(lengths::RULES)
}

#[cfg(test)]
mod tests;

//! Roles: which post or profession the text gives a person, with the words that say so, "French President Emmanuel
//! Macron", "Kim Sook, director-general at the ministry", "Jones, who heads the agency".

use super::lexicon::{Facts, lexicon};
use super::name::Name;
use super::people::Sex;
use super::tagger::NameKind;
use super::words::{Word, Words};
use crate::model::Span;

/// A role read at one mention of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RoleFound {
    pub(super) text: String,
    /// The post's own words in small letters: `prime minister`.
    pub(super) core: String,
    /// The nation it belongs to.
    pub(super) nation: Option<&'static str>,
    pub(super) evidence: Span,
    /// The text names whose post it is.
    pub(super) has_owner: bool,
}

/// What the words around a person's name tell.
#[derive(Clone, Debug, Default)]
pub(super) struct Around {
    pub(super) sex: Sex,
    pub(super) role: Option<RoleFound>,
}

/// Reads names in their neighbourhood.
pub(super) struct Reader<'w, 'a> {
    pub(super) text: &'a str,
    pub(super) words: &'w Words<'a>,
    pub(super) names: &'w [Name],
}

/// Posts of which a nation has one: they are told as "President of France".
fn is_national(core: &str) -> bool {
    [
        "president",
        "president-elect",
        "minister",
        "premier",
        "chancellor",
        "king",
        "queen",
        "emperor",
        "prince",
        "leader",
        "ambassador",
    ]
    .iter()
    .any(|head| core.ends_with(head))
}

fn takes_article(nation: &str) -> bool {
    nation.starts_with("United ")
        || nation.ends_with("Republic")
        || nation.ends_with(" Islands")
        || nation.starts_with("Republic of")
        || nation.starts_with("Democratic Republic")
        || matches!(
            nation,
            "Netherlands" | "Philippines" | "Bahamas" | "Maldives" | "Gambia" | "Soviet Union" | "Comoros"
        )
}

impl<'a> Reader<'_, 'a> {
    fn name(&self, at: Option<usize>) -> Option<&Name> {
        self.names.get(at?)
    }

    fn between(&self, before: &Name, after: &Name) -> &'a str {
        self.text.get(before.span.end as usize..after.span.start as usize).unwrap_or("\n")
    }

    fn word(&self, at: usize) -> Option<&Word<'a>> {
        self.words.all.get(at)
    }

    fn is_address(&self, role: &Name) -> bool {
        let words = self.words.all.get(role.words.clone()).unwrap_or(&[]);
        words.iter().all(|w| {
            let facts = lexicon().role(w);
            facts.has(Facts::ADDRESS) && !facts.has(Facts::ROLE_HEAD)
        })
    }

    fn sex_of_role(&self, role: &Name) -> Sex {
        let words = self.words.all.get(role.words.clone()).unwrap_or(&[]);
        Sex::of_facts(words.iter().fold(Facts(0), |all, w| all.and(lexicon().role(w))))
    }

    /// Reads what stands around the person at place `at` of the names.
    pub(super) fn around(&self, at: usize) -> Around {
        let Some(person) = self.names.get(at) else { return Around::default() };
        let mut found = Around::default();
        let mut first = at;
        while let Some(role) = self.name(first.checked_sub(1)).filter(|r| r.kind == NameKind::Role) {
            let next = self.names.get(first).unwrap_or(person);
            if !self.between(role, next).trim().is_empty() {
                break;
            }
            if found.sex == Sex::Unknown {
                found.sex = self.sex_of_role(role);
            }
            first -= 1;
        }
        let titles = self.names.get(first..at).unwrap_or(&[]);
        if let Some(role) = titles.iter().find(|role| !self.is_address(role)) {
            let place = first + titles.iter().position(|r| r == role).unwrap_or(0);
            found.role = Some(self.owned(place, role.span, person));
        }
        found.role = found.role.or_else(|| self.before(at)).or_else(|| self.after(at)).or_else(|| self.clause(at));
        if let Some(role) = found.role.as_ref().filter(|_| found.sex == Sex::Unknown) {
            let head = role.core.rsplit(' ').next().unwrap_or("");
            found.sex = Sex::of_facts(lexicon().facts(super::words::role_key(head)));
        }
        found
    }

    /// The role at place `at` of the names with the name that owns it: "French [President]", "Labour's [leader]".
    fn owned(&self, at: usize, span: Span, person: &Name) -> RoleFound {
        let core = span.of(self.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let lower = core.to_lowercase();
        let role = self.names.get(at).unwrap_or(person);
        let owner = self.name(at.checked_sub(1)).filter(|owner| {
            owner.sentence == role.sentence && matches!(self.between(owner, role).trim(), "" | "'s" | "’s" | "'" | "’")
        });
        let Some(owner) = owner else {
            let former = self.is_former(role.words.start);
            let text = if former { format!("former {core}") } else { core };
            return RoleFound { text, core: lower, nation: None, evidence: span, has_owner: false };
        };
        let surface = owner.span.of(self.text);
        let nation = lexicon().nation(surface).filter(|_| matches!(owner.kind, NameKind::Group | NameKind::Place));
        let text = match (owner.kind, nation) {
            (_, Some(nation)) if is_national(&lower) && !lower.contains(" of ") && !lower.contains(" for ") => {
                let the = if takes_article(nation) { "the " } else { "" };
                format!("{core} of {the}{nation}")
            }
            (NameKind::Person, _) => {
                let title = self.name(at.checked_sub(2)).filter(|t| t.kind == NameKind::Role);
                let titled = title.filter(|t| self.between(t, owner).trim().is_empty());
                format!("{core} of {}", titled.map_or(owner.span, |t| t.span.cover(owner.span)).of(self.text))
            }
            (NameKind::Place, None) if ["mayor", "governor"].iter().any(|head| lower.ends_with(head)) => {
                format!("{core} of {surface}")
            }
            _ => format!("{surface} {core}"),
        };
        let text = if self.is_former(owner.words.start) { format!("former {text}") } else { text };
        RoleFound { text, core: lower, nation, evidence: owner.span.cover(span), has_owner: true }
    }

    fn is_former(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.word(at));
        before.is_some_and(|w| matches!(w.text, "former" | "Former" | "ex" | "ex-" | "ousted" | "deposed"))
    }

    /// "CEO of the Refugee Council Enver Solomon", "The head of the agency, Mohamed ElBaradei,", "a spokesman, Namik Tan,".
    fn before(&self, at: usize) -> Option<RoleFound> {
        let person = self.names.get(at)?;
        let last = self.name(at.checked_sub(1)).filter(|n| n.sentence == person.sentence)?;
        if last.kind == NameKind::Role {
            let between = self.between(last, person);
            let closes = matches!(self.word(person.words.end).map(|w| w.text), Some("," | "." | ")") | None);
            if between.trim() == "," && closes {
                return Some(self.owned(at - 1, last.span, person));
            }
            let tail = between.trim();
            let capitals = tail
                .split(' ')
                .all(|w| w.starts_with(char::is_uppercase) || matches!(w, "of" | "for" | "and" | "the" | "to" | "on"));
            if (tail.starts_with("of ") || tail.starts_with("for ")) && capitals && tail.len() < 80 {
                let end = last.span.end as usize + between.trim_end().len();
                return Some(self.owned(at - 1, Span { start: last.span.start, end: end as u32 }, person));
            }
            return None;
        }
        let role =
            self.name(at.checked_sub(2)).filter(|r| r.kind == NameKind::Role && r.sentence == person.sentence)?;
        let link = self.between(role, last).trim();
        let joined = matches!(self.between(last, person).trim(), "" | ",");
        if !joined || !matches!(link, "of" | "of the" | "for" | "for the" | "at" | "at the") {
            return None;
        }
        Some(self.owned(at - 2, role.span.cover(last.span), person))
    }

    /// "Kim Sook, director-general at the ministry, …", "Hilary Clinton, the former secretary of state".
    fn after(&self, at: usize) -> Option<RoleFound> {
        let person = self.names.get(at)?;
        if self.word(person.words.end)?.text != "," {
            return None;
        }
        let next = self.names.iter().enumerate().skip(at + 1).take(3);
        let (place, role) =
            next.take_while(|(_, n)| n.kind != NameKind::Person).find(|(_, n)| n.kind == NameKind::Role)?;
        let inside = self.words.all.get(person.words.end + 1..role.words.start)?;
        let plain = |w: &Word<'_>| w.is_word() && !is_stop(w.text);
        if role.sentence != person.sentence
            || inside.len() > 7
            || !inside.iter().all(|w| plain(w) || matches!(w.text, "'s" | "’s" | "-"))
        {
            return None;
        }
        let leads = self
            .names
            .get(place + 1)
            .is_some_and(|n| n.kind == NameKind::Person && self.between(role, n).trim().is_empty());
        if leads {
            return None;
        }
        let end = self.phrase_end(role.words.end);
        let last = self.word(end.checked_sub(1)?)?;
        Some(self.owned(place, role.span.cover(last.span), person))
    }

    /// Where the "of …" that belongs to a role ends, as a word index.
    fn phrase_end(&self, start: usize) -> usize {
        let linked = self.word(start).is_some_and(|w| matches!(w.text, "of" | "for" | "at" | "to" | "with" | "in"));
        if !linked {
            return start;
        }
        let mut end = start;
        for at in start..start + 9 {
            let Some(word) = self.word(at).filter(|w| w.is_word() || matches!(w.text, "'s" | "’s" | "-")) else {
                break;
            };
            if at > start && is_stop(word.text) {
                break;
            }
            end = at + 1;
        }
        while self
            .word(end.saturating_sub(1))
            .is_some_and(|w| matches!(w.text, "of" | "the" | "for" | "and" | "a" | "at" | "in" | "to"))
            && end > start
        {
            end -= 1;
        }
        end
    }

    /// "General al-Attiya, who heads the nation's customs agency, …".
    fn clause(&self, at: usize) -> Option<RoleFound> {
        let person = self.names.get(at)?;
        let after = person.words.end;
        if self.word(after)?.text != "," || self.word(after + 1)?.text != "who" {
            return None;
        }
        let head = match self.word(after + 2)?.text {
            "heads" | "headed" => "head",
            "leads" | "led" => "leader",
            "chairs" | "chaired" => "chair",
            "runs" => "head",
            "commands" | "commanded" => "commander",
            "founded" => "founder",
            _ => return None,
        };
        let mut end = after + 3;
        while self.word(end).is_some_and(|w| w.is_word() || matches!(w.text, "'s" | "’s" | "-")) && end < after + 12 {
            end += 1;
        }
        let what = self.word(after + 3)?.span.cover(self.word(end.checked_sub(1)?)?.span);
        let evidence = self.word(after + 1)?.span.cover(what);
        let text = format!("{head} of {}", what.of(self.text));
        Some(RoleFound { text, core: head.to_owned(), nation: None, evidence, has_owner: true })
    }
}

/// Words that end an apposition: they begin a clause or a new phrase.
fn is_stop(word: &str) -> bool {
    matches!(
        word,
        "who"
            | "which"
            | "that"
            | "whose"
            | "said"
            | "says"
            | "told"
            | "is"
            | "was"
            | "are"
            | "were"
            | "has"
            | "had"
            | "have"
            | "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "called"
            | "urged"
            | "as"
            | "when"
            | "while"
            | "after"
            | "before"
            | "on"
            | "by"
            | "from"
            | "but"
            | "because"
            | "if"
            | "he"
            | "she"
            | "they"
            | "it"
    )
}

//! Roles: which post or profession the text gives a person, with the words that say so, "French President Emmanuel
//! Macron", "Kim Sook, director-general at the ministry", "Jones, who heads the agency".

use super::lexicon::{Facts, lexicon};
use super::name::Name;
use super::people::Sex;
use super::post::{KIN, RoleFound, is_national, is_stop, of_one, takes_article};
use super::tagger::NameKind;
use super::words::{Shape, Word, Words};
use crate::extract::text::Tag;
use crate::model::Span;

/// What the words around a person's name tell.
#[derive(Clone, Debug, Default)]
pub(super) struct Around {
    pub(super) sex: Sex,
    /// What the text beside the name says the person is or was.
    pub(super) roles: Vec<RoleFound>,
}

/// Reads names in their neighbourhood.
pub(super) struct Reader<'w, 'a> {
    pub(super) text: &'a str,
    pub(super) words: &'w Words<'a>,
    pub(super) names: &'w [Name],
}

impl<'a> Reader<'_, 'a> {
    fn name(&self, at: Option<usize>) -> Option<&Name> {
        self.names.get(at?)
    }

    fn between(&self, before: &Name, after: &Name) -> &'a str {
        self.text.get(before.span.end as usize..after.span.start as usize).unwrap_or("\n")
    }

    pub(super) fn word(&self, at: usize) -> Option<&Word<'a>> {
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
            if !self.between(role, next).trim().is_empty() || role.sentence != person.sentence {
                break;
            }
            if found.sex == Sex::Unknown {
                found.sex = self.sex_of_role(role);
            }
            first -= 1;
        }
        // "Mrs Roe" where the tagger saw no title.
        let beside = self.names.get(first).and_then(|name| self.word(name.words.start.checked_sub(1)?));
        let address = beside.map(|w| lexicon().role(w)).filter(|facts| facts.has(Facts::ADDRESS));
        if found.sex == Sex::Unknown {
            found.sex = address.map_or(Sex::Unknown, Sex::of_facts);
        }
        let titles = self.names.get(first..at).unwrap_or(&[]);
        let title =
            titles.iter().find(|role| !self.is_address(role)).map(|role| self.owned(role.span, person.sentence));
        let before = title
            .or_else(|| self.shared(first))
            .or_else(|| self.relation(at))
            .or_else(|| self.plain_before(first))
            .or_else(|| self.before(first, at))
            .or_else(|| self.plain_beside(first));
        let behind = || self.after(at).or_else(|| self.plain_after(at)).or_else(|| self.office(at));
        match (before, self.clause(at)) {
            // "Jane Roe, a former judge who now heads the board": what somebody is and what he was are two.
            (Some(one), clause) => {
                // "Commander Jane Roe, a spokeswoman for the coast guard": a rank beside the post.
                let adds =
                    |other: &RoleFound| other.is_former() != one.is_former() || one.is_rank() && !other.is_rank();
                let beside =
                    one.is_rank().then(|| self.before(first, at).or_else(|| self.plain_beside(first))).flatten();
                let other = beside.into_iter().chain(clause).chain(behind()).find(adds);
                // "business leader Jane Roe, who served as president"
                let held = self.office(at).filter(|held| held.core != one.core && other.is_none());
                found.roles = std::iter::once(one).chain(other).chain(held).collect();
            }
            (None, clause) => {
                found.roles.extend(behind());
                let new = clause.filter(|c| found.roles.first().is_none_or(|r| r.is_former() != c.is_former()));
                found.roles.extend(new);
            }
        }
        if let Some(role) = found.roles.first().filter(|_| found.sex == Sex::Unknown) {
            let head = role.core.rsplit(' ').next().unwrap_or("");
            found.sex = Sex::of_facts(lexicon().facts(super::words::role_key(head)));
        }
        found
    }

    /// The role at `span` with the name that owns it: "French [President]", "Labour's [leader]".
    pub(super) fn owned(&self, span: Span, sentence: usize) -> RoleFound {
        let span = self.with_modifiers(self.with_head(span));
        let core = of_one(&span.of(self.text).split_whitespace().collect::<Vec<_>>().join(" "));
        let lower = core.to_lowercase();
        let start = self.words.all.partition_point(|w| w.span.start < span.start);
        let owner_at = self.names.partition_point(|n| n.span.end <= span.start).checked_sub(1);
        let owner = self.name(owner_at).filter(|owner| {
            let between = self.text.get(owner.span.end as usize..span.start as usize).unwrap_or("\n");
            owner.sentence == sentence
                && owner.kind != NameKind::Role
                && matches!(between.trim(), "" | "'s" | "’s" | "'" | "’")
        });
        let Some(owner) = owner else {
            let former = self.is_former(start);
            let text = if former { format!("former {core}") } else { core };
            return RoleFound { text, core: lower, nation: None, evidence: span, has_owner: false };
        };
        let surface = owner.span.of(self.text);
        let nation = lexicon().nation(surface).filter(|_| matches!(owner.kind, NameKind::Group | NameKind::Place));
        // "Sweden's minister of justice"
        let possessive = owner.span.end + 1 < span.start && lower.contains(" of ");
        let of_nation = possessive && lower.split(" of ").next().is_some_and(is_national);
        let text = match (owner.kind, nation) {
            (_, Some(nation))
                if is_national(&lower) && !lower.contains(" of ") && !lower.contains(" for ") || of_nation =>
            {
                let the = if takes_article(nation) { "the " } else { "" };
                format!("{core} of {the}{nation}")
            }
            (NameKind::Person, _) => {
                let title = self.name(owner_at.and_then(|at| at.checked_sub(1))).filter(|t| t.kind == NameKind::Role);
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

    /// "Minister of [Justice]": the role with the post that it belongs to.
    fn with_head(&self, span: Span) -> Span {
        let at = self.words.all.partition_point(|w| w.span.start < span.start);
        let of = at.checked_sub(1).filter(|of| self.word(*of).is_some_and(|w| w.text == "of"));
        let capital = self.word(at).is_some_and(Word::is_capitalised);
        let head = of.filter(|_| capital).and_then(|of| self.post_start(of)).and_then(|start| self.word(start));
        head.filter(|head| head.is_capitalised()).map_or(span, |head| head.span.cover(span))
    }

    /// "[Acting] Attorney General", "[national] publicity secretary": the role with the modifiers that the tagger left out.
    fn with_modifiers(&self, span: Span) -> Span {
        let at = self.words.all.partition_point(|w| w.span.start < span.start);
        let modifies = |w: &&Word<'_>| {
            let ordinal = matches!(w.text, "first" | "second" | "third");
            lexicon().role(w).has(Facts::ROLE_MODIFIER) && !w.glued && !ordinal
        };
        let before = (at.saturating_sub(3)..at).rev().map_while(|at| self.word(at));
        before.take_while(modifies).last().map_or(span, |first| first.span.cover(span))
    }

    fn is_former(&self, at: usize) -> bool {
        // "former [coca growers'] leader"
        let back = (at.saturating_sub(4)..at).rev().map_while(|at| self.word(at));
        let mut phrase = back.take_while(|w| {
            w.is_word() && (w.shape == Shape::Lower || w.text == "Former") || matches!(w.text, "'s" | "’s" | "'" | "’")
        });
        let text = |back: usize| at.checked_sub(back).and_then(|at| self.word(at)).map_or("", |w| w.text);
        // "then president Ola Berg", "then-president", but not "and then President Berg rose"
        let hyphen = usize::from(text(1) == "-");
        let then = matches!(text(1 + hyphen), "then" | "Then") && !matches!(text(2 + hyphen), "and" | "," | "but");
        then || phrase.any(|w| matches!(w.text, "former" | "Former" | "ex" | "ex-" | "ousted" | "deposed"))
    }

    /// "CEO of the Refugee Council Enver Solomon", "The head of the agency, Mohamed ElBaradei,", "a spokesman, Namik Tan,".
    fn before(&self, at: usize, person: usize) -> Option<RoleFound> {
        let end = self.names.get(person)?.words.end;
        let person = self.names.get(at)?;
        let last = self.name(at.checked_sub(1)).filter(|n| n.sentence == person.sentence)?;
        if last.kind == NameKind::Role {
            let between = self.between(last, person);
            let closes = matches!(self.word(end).map(|w| w.text), Some("," | "." | ")") | None);
            if between.trim() == "," && closes {
                return Some(self.owned(last.span, person.sentence));
            }
            let tail = between.trim();
            let capitals = tail
                .split(' ')
                .all(|w| w.starts_with(char::is_uppercase) || matches!(w, "of" | "for" | "and" | "the" | "to" | "on"));
            if (tail.starts_with("of ") || tail.starts_with("for ")) && capitals && tail.len() < 80 {
                let end = last.span.end as usize + between.trim_end().len();
                return Some(self.owned(Span { start: last.span.start, end: end as u32 }, person.sentence));
            }
            return None;
        }
        if !matches!(self.between(last, person).trim(), "" | ",") {
            return None;
        }
        let back = |at: usize| at.checked_sub(1).and_then(|at| self.word(at));
        let mut link = last.words.start;
        // "the minister for expatriate Indians, Jagdish Tytler,"
        for _ in 0..2 {
            if back(link).is_some_and(|w| w.text == "the" || w.tag.is_adjective() && !w.is_capitalised()) {
                link -= 1;
            }
        }
        if !back(link).is_some_and(|w| matches!(w.text, "of" | "for" | "at" | "to")) {
            return None;
        }
        let start = self.post_start(link - 1)?;
        Some(self.owned(self.word(start)?.span.cover(last.span), person.sentence))
    }

    /// Where the post whose last word stands before `end` begins: its head and the modifiers before it.
    fn post_start(&self, end: usize) -> Option<usize> {
        let facts = |at: Option<usize>| at.and_then(|at| self.word(at)).map_or(Facts(0), |w| lexicon().role(w));
        let head = end.checked_sub(1).filter(|at| facts(Some(*at)).has(Facts::ROLE_HEAD))?;
        let mut start = head;
        loop {
            let before = start.checked_sub(1);
            let is_and = before.and_then(|b| self.word(b)).is_some_and(|w| w.text == "and");
            let joined = before.and_then(|b| b.checked_sub(1)).filter(|_| is_and);
            if facts(before).has(Facts::ROLE_MODIFIER.and(Facts::ROLE_HEAD)) {
                start -= 1;
            } else if facts(joined).has(Facts::ROLE_MODIFIER) {
                start -= 2;
            } else {
                return Some(start);
            }
        }
    }

    /// "immigration barrister Colin Yeo": a post in plain words before the names, where the tagger saw none.
    fn plain_before(&self, first: usize) -> Option<RoleFound> {
        let name = self.names.get(first)?;
        // "associate professor of history Jane Roe"
        let small = |at: &usize| self.word(*at).is_some_and(|w| w.shape == Shape::Lower && w.tag.is_noun());
        let link = (name.words.start.saturating_sub(3)..name.words.start).rev().find(|at| !small(at));
        let link = link
            .filter(|at| at + 1 < name.words.start && self.word(*at).is_some_and(|w| matches!(w.text, "of" | "for")));
        let start = self.post_start(name.words.start).or_else(|| self.post_start(link?))?;
        let last = self.word(name.words.start - 1).filter(|w| !KIN.contains(&w.text))?;
        let sentence = self.words.sentences.get(name.sentence)?;
        if !sentence.contains(&start) || self.text.get(last.span.end as usize..name.span.start as usize)? != " " {
            return None;
        }
        Some(self.owned(self.word(start)?.span.cover(last.span), name.sentence))
    }

    /// "a key congressman, Barney Frank, said": a post that the tagger left unmarked, parted from the name by a comma.
    fn plain_beside(&self, first: usize) -> Option<RoleFound> {
        let name = self.names.get(first)?;
        let comma = name.words.start.checked_sub(1).filter(|at| self.word(*at).is_some_and(|w| w.text == ","))?;
        let closes = matches!(self.word(name.words.end).map(|w| w.text), Some("," | "." | ")"));
        let start = self.post_start(comma).filter(|_| closes)?;
        let last = self.word(comma.checked_sub(1)?).filter(|w| !KIN.contains(&w.text))?;
        // "Bebe King, Elsie Stone": a surname is no post.
        if first.checked_sub(1).and_then(|at| self.names.get(at)).is_some_and(|before| before.words.end == comma) {
            return None;
        }
        let inside = self.words.sentences.get(name.sentence)?.contains(&start);
        inside.then(|| self.owned(self.word(start).map_or(last.span, |w| w.span.cover(last.span)), name.sentence))
    }

    /// "Sens. Jon Moe and [Ann Lie]": the title of several.
    fn shared(&self, at: usize) -> Option<RoleFound> {
        let (person, other) = (self.names.get(at)?, self.name(at.checked_sub(1))?);
        let role = self.name(at.checked_sub(2)).filter(|role| role.kind == NameKind::Role)?;
        let joined = self.between(other, person).trim() == "and" && self.between(role, other).trim().is_empty();
        let title = role.span.of(self.text);
        let several = joined && other.kind == NameKind::Person && of_one(title) != title;
        several.then(|| self.owned(role.span, person.sentence))
    }

    /// "President Trump’s son-in-law Jared Kushner".
    fn relation(&self, at: usize) -> Option<RoleFound> {
        let person = self.names.get(at)?;
        let owner = self.name(at.checked_sub(1))?;
        if owner.kind != NameKind::Person || owner.sentence != person.sentence {
            return None;
        }
        let between = self.between(owner, person);
        let relation = between.strip_prefix("'s ").or(between.strip_prefix("’s "))?.trim().trim_end_matches(',');
        let is_kin = relation.split(' ').next_back().is_some_and(|word| KIN.contains(&word));
        if !is_kin || relation.split(' ').count() > 3 {
            return None;
        }
        let start = person.span.start as usize - between.len() + between.find(relation)?;
        Some(self.owned(Span::new(start, start + relation.len()), person.sentence))
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
        let plain = |w: &Word<'_>| w.is_word() && !is_stop(w.text) && !w.tag.is_finite_verb();
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
        Some(self.owned(role.span.cover(last.span), person.sentence))
    }

    /// "Anna Berg, a former minister who …": an apposition with a post that the tagger left unmarked.
    fn plain_after(&self, at: usize) -> Option<RoleFound> {
        let person = self.names.get(at)?;
        let text = |at: usize| self.word(at).map_or("", |w| w.text);
        let comma = self.behind_aside(person.words.end);
        let start = comma + 1 + usize::from(text(comma + 1) == "now");
        if text(comma) != "," || !matches!(text(start), "a" | "an" | "the") {
            return None;
        }
        let facts = |at: usize| self.word(at).map_or(Facts(0), |w| lexicon().role(w));
        let plain = |at: usize| self.word(at).is_some_and(|w| w.is_word() && !w.is_capitalised() && !is_stop(w.text));
        let is_post = |at: usize| facts(at).has(Facts::ROLE_HEAD.and(Facts::ROLE_MODIFIER));
        let head = (start + 1..start + 6)
            .take_while(|at| plain(*at))
            .find(|at| facts(*at).has(Facts::ROLE_HEAD) && !is_post(at + 1))
            .filter(|at| !KIN.contains(&text(*at)))?;
        let first = self.post_start(head + 1)?;
        let noun = |at: &usize| self.word(*at).is_some_and(|w| w.tag == Tag::Noun && w.shape == Shape::Lower);
        let first = (start + 1..first).rev().take_while(noun).last().unwrap_or(first);
        let last = self.word(self.phrase_end(head + 1).checked_sub(1)?)?;
        Some(self.owned(self.word(first)?.span.cover(last.span), person.sentence))
    }

    /// The comma behind an age or a remark on the picture: "Anders Lie, 34, a teacher", "Kim Dal (pictured), the chair".
    pub(super) fn behind_aside(&self, end: usize) -> usize {
        let text = |at: usize| self.word(at).map_or("", |w| w.text);
        let age = text(end) == "," && self.word(end + 1).is_some_and(|w| w.shape == Shape::Number && w.text.len() < 3);
        let enclosed = text(end) == "(" && text(end + 2) == ")";
        match () {
            () if age && text(end + 2) == "," => end + 2,
            () if enclosed => end + 3,
            () => end,
        }
    }

    /// "General al-Attiya, who heads the nation's customs agency, …".
    fn clause(&self, at: usize) -> Option<RoleFound> {
        let person = self.names.get(at)?;
        let comma = person.words.end;
        if self.word(comma)?.text != "," {
            return None;
        }
        // "who heads", "a former minister who now heads"
        let ends =
            |at: &usize| self.word(*at).is_none_or(|w| matches!(w.text, "," | "." | ";") || w.tag.is_finite_verb());
        let who = (comma + 1..comma + 9)
            .take_while(|at| !ends(at))
            .find(|at| self.word(*at).is_some_and(|w| w.text == "who"))?;
        let now = self.word(who + 1).is_some_and(|w| matches!(w.text, "now" | "currently" | "also"));
        let after = who - 1 + usize::from(now);
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
        let inside = |w: &Word<'_>| {
            (w.is_word() || matches!(w.text, "'s" | "’s" | "-"))
                && !matches!(w.text, "until" | "till" | "since" | "and")
        };
        while self.word(end).is_some_and(inside) && end < after + 12 {
            end += 1;
        }
        let ended = self.word(end).is_some_and(|w| matches!(w.text, "until" | "till"));
        let what = self.word(after + 3)?.span.cover(self.word(end.checked_sub(1)?)?.span);
        let evidence = self.word(who)?.span.cover(what);
        let former = if ended { "former " } else { "" };
        let text = format!("{former}{head} of {}", what.of(self.text));
        Some(RoleFound { text, core: head.to_owned(), nation: None, evidence, has_owner: true })
    }
}

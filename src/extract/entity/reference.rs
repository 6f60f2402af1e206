//! Mentions without a name: "the president", "the ministry", "he". Each goes to the entity that the text before it makes
//! the only sensible reading; where it makes none, to nobody. Pronouns and descriptions of who is named later are
//! read in [`super::pronoun`] and [`super::description`].

use super::kinds;
use super::lexicon::{Facts, lexicon};
use super::nameless::Strangers;
use super::people::Sex;
use super::post::RoleFound;
use super::pronoun;
use super::words::{Shape, Word, Words};
use crate::extract::text::{Tag, lexicon as text_lexicon};
use crate::model::{Entity, EntityKind, Mention, MentionForm, Span, Standing};
use std::ops::Range;

/// What coreference knows of an entity beside its record.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    pub(super) sex: Sex,
    pub(super) roles: Vec<RoleFound>,
}

/// How far behind a post, in words, the name of its holder may stand apart.
const APPOSED: usize = 4;
/// How many mentions back a common noun may look for its name.
pub(super) const NOMINAL_REACH: usize = 200;

/// A mention met on the way through the text.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    pub(super) entity: usize,
    pub(super) sentence: usize,
    pub(super) word: usize,
    pub(super) end: usize,
    pub(super) is_person: bool,
}

/// Adds nominal and pronoun mentions to the entities, and those who are described and spoken of again without a name.
pub(super) fn add(text: &str, words: &Words<'_>, blocks: &[usize], entities: &mut Vec<Entity>, profiles: &[Profile]) {
    let reader = Reader {
        words,
        blocks,
        named: named_places(words, entities),
        quoted: quoted_words(words, blocks),
        kinds: kinds::of_entities(words, entities),
        entities,
        profiles,
    };
    let told: Vec<Sex> = profiles.iter().map(|profile| profile.sex).collect();
    let (mut found, mut strangers) = reader.read(told.clone(), false);
    if let Some(sexes) = sexes_of_most(words, &found, &told) {
        (found, strangers) = reader.read(sexes, true);
    }
    for (entity, mention) in strangers.add(text, entities, &found) {
        if let Some(entity) = entities.get_mut(entity) {
            entity.mentions.push(mention);
        }
    }
    for entity in entities.iter_mut() {
        entity.mentions.sort_by_key(|m| m.span);
    }
    let named = |e: &Entity| e.mentions.iter().find(|m| m.form == MentionForm::Name).map(|m| m.span);
    entities.sort_by_key(|e| named(e).or(e.mentions.first().map(|m| m.span)));
}

/// The sexes as most pronouns of each entity tell, when some entity got pronouns of both: one wrong "he" early in the
/// article must not turn a woman's every "she" away.
fn sexes_of_most(words: &Words<'_>, found: &[(usize, Mention)], told: &[Sex]) -> Option<Vec<Sex>> {
    let mut counts = vec![(0, 0); told.len()];
    for (entity, mention) in found.iter().filter(|(_, mention)| mention.form == MentionForm::Pronoun) {
        let at = words.all.partition_point(|w| w.span.start < mention.span.start);
        let sex = words.all.get(at).map_or(Sex::Unknown, |w| pronoun::sex_of(w.text));
        if let Some((he, she)) = counts.get_mut(*entity) {
            *he += usize::from(sex == Sex::Male);
            *she += usize::from(sex == Sex::Female);
        }
    }
    counts.iter().any(|(he, she)| *he > 0 && *she > 0).then(|| {
        let most = |(he, she): &(usize, usize)| match (*he >= 2 * she, *she >= 2 * he) {
            (true, false) => Sex::Male,
            (false, true) => Sex::Female,
            _ => Sex::Unknown,
        };
        told.iter().zip(&counts).map(|(told, count)| if *told == Sex::Unknown { most(count) } else { *told }).collect()
    })
}

/// An article with its names, to be read from begin to end.
struct Reader<'x, 'a> {
    words: &'x Words<'a>,
    blocks: &'x [usize],
    /// The names in text order.
    named: Vec<Seen>,
    quoted: Vec<bool>,
    kinds: Vec<Vec<String>>,
    entities: &'x [Entity],
    profiles: &'x [Profile],
}

impl Reader<'_, '_> {
    /// The mentions without a name, each with its entity; where it `learns`, the first pronoun tells the sex of whoever's is
    /// unknown.
    fn read(&self, mut sexes: Vec<Sex>, learns: bool) -> (Vec<(usize, Mention)>, Strangers) {
        let mut next = 0;
        let mut strangers = Strangers::default();
        let mut seen: Vec<Seen> = Vec::new();
        let mut found: Vec<(usize, Mention)> = Vec::new();
        for (sentence, range) in self.words.sentences.iter().enumerate() {
            let mut skip = range.start;
            for at in range.clone() {
                while let Some(name) = self.named.get(next).filter(|n| n.word <= at) {
                    skip = skip.max(name.end);
                    seen.push(*name);
                    next += 1;
                }
                if at < skip {
                    continue;
                }
                let later = self.named.get(next..).unwrap_or(&[]);
                let here = Here {
                    words: self.words,
                    sentence,
                    range,
                    seen: &seen,
                    later,
                    entities: self.entities,
                    profiles: self.profiles,
                    blocks: self.blocks,
                    kinds: &self.kinds,
                    quoted: &self.quoted,
                    sexes: &sexes,
                    strangers: &strangers,
                };
                let newcomer = here.newcomer(at, sexes.len());
                let promised = || newcomer.as_ref().and_then(|one| here.promised(at, one));
                let known = || newcomer.as_ref().and_then(|one| here.of_headline(one));
                let reading = here.reading(at).or_else(promised).or_else(known);
                let name = here.revealed(at, reading.as_ref()).or_else(|| here.headline_names(reading.as_ref()));
                let tie = here.tied(at);
                if let Some((entity, mention, end)) = reading {
                    let is_person = here.is_person(entity);
                    let told = self.words.all.get(at).map_or(Sex::Unknown, |w| pronoun::sex_of(w.text));
                    let learns = learns || entity >= self.entities.len();
                    if let Some(sex) = sexes.get_mut(entity).filter(|sex| learns && **sex == Sex::Unknown) {
                        *sex = told;
                    }
                    found.push((entity, mention));
                    seen.push(Seen { entity, sentence, word: at, end, is_person });
                    skip = end;
                } else if let Some(one) = newcomer {
                    sexes.push(one.nameless.sex());
                    strangers.nameless.push(one.nameless);
                    strangers.ties.extend(one.tie);
                    seen.push(one.place);
                }
                strangers.ties.extend(tie);
                strangers.names.extend(name);
            }
        }
        (found, strangers)
    }
}

fn named_places(words: &Words<'_>, entities: &[Entity]) -> Vec<Seen> {
    let mut places = Vec::new();
    for (entity, record) in entities.iter().enumerate().filter(|(_, e)| e.standing == Standing::Story) {
        for mention in &record.mentions {
            let word = words.all.partition_point(|w| w.span.start < mention.span.start);
            let end = words.all.partition_point(|w| w.span.end <= mention.span.end);
            let sentence = words.sentences.partition_point(|s| s.end <= word);
            // "the Solveig" is a ship, whatever the tagger took it for.
            let has_article = end == word + 1
                && word
                    .checked_sub(1)
                    .and_then(|at| words.all.get(at))
                    .is_some_and(|w| matches!(w.text, "the" | "The"));
            let is_person = record.kind == EntityKind::Person && !has_article;
            places.push(Seen { entity, sentence, word, end, is_person });
        }
    }
    places.sort_by_key(|place| place.word);
    places
}

/// Which words stand in quotation marks; marks do not reach over paragraphs.
fn quoted_words(words: &Words<'_>, blocks: &[usize]) -> Vec<bool> {
    let mut quoted = Vec::with_capacity(words.all.len());
    let (mut open, mut single) = (false, false);
    let mut block = usize::MAX;
    for (sentence, range) in words.sentences.iter().enumerate() {
        let here = blocks.get(sentence).copied().unwrap_or(0);
        open &= here == block;
        single &= here == block;
        block = here;
        for word in words.all.get(range.clone()).unwrap_or(&[]) {
            match word.text {
                "“" | "``" | "«" | "„" => open = true,
                "”" | "''" | "»" => open = false,
                "\"" => open = !open,
                "‘" => single = true,
                "’" => single = false,
                _ => {}
            }
            quoted.push(open || single);
        }
    }
    quoted
}

/// A place in the text, with all that was read before it and the names that follow.
pub(super) struct Here<'x, 'a> {
    pub(super) words: &'x Words<'a>,
    pub(super) sentence: usize,
    pub(super) range: &'x Range<usize>,
    pub(super) seen: &'x [Seen],
    pub(super) later: &'x [Seen],
    pub(super) entities: &'x [Entity],
    pub(super) profiles: &'x [Profile],
    pub(super) blocks: &'x [usize],
    /// What kind of body each entity is, as far as the text tells.
    pub(super) kinds: &'x [Vec<String>],
    /// Of each entity, as told by titles, given names and the pronouns before.
    pub(super) sexes: &'x [Sex],
    /// Which words stand in quotation marks.
    pub(super) quoted: &'x [bool],
    /// Who was described without a name before.
    pub(super) strangers: &'x Strangers,
}

/// The entity that a mention means, the mention, and the word behind it.
pub(super) type Reading = (usize, Mention, usize);

impl<'a> Here<'_, 'a> {
    pub(super) fn word(&self, at: usize) -> Option<&Word<'a>> {
        self.words.all.get(at).filter(|_| self.range.contains(&at))
    }

    pub(super) fn is_person(&self, entity: usize) -> bool {
        self.kind(entity) == Some(EntityKind::Person)
    }

    pub(super) fn is_body(&self, entity: usize) -> bool {
        self.kind(entity) == Some(EntityKind::Organisation)
    }

    fn kind(&self, entity: usize) -> Option<EntityKind> {
        self.entities.get(entity).map(|e| e.kind).or_else(|| Some(self.nameless(entity)?.kind))
    }

    /// "the [French] [prime] minister", "Brazil's foreign minister", "the coalition", "the London-based group".
    fn nominal(&self, at: usize) -> Option<Reading> {
        let (start, owner) = match self.word(at)?.text {
            "the" | "The" => (at + 1, None),
            "'s" | "’s" => (at + 1, Some(self.nation_ending(at)?)),
            _ => return None,
        };
        let nation = self.word(start).filter(|w| w.is_capitalised()).and_then(|w| lexicon().nation(w.text));
        let first = start + usize::from(nation.is_some());
        let body = || self.post_of_body(start).or_else(|| self.body(start)).or_else(|| self.body_of_place(start));
        let found = self.post(start, first, owner.or(nation)).or_else(|| body().filter(|_| owner.is_none()))?;
        // "Jonas Lind, the driver,": beside his name it is no mention of its own.
        let comma = at.checked_sub(1).filter(|before| self.word(*before).is_some_and(|w| w.text == ","));
        let beside = comma.is_some_and(|comma| self.seen.last().is_some_and(|s| s.end == comma && s.entity == found.0));
        // "Norway's envoy to Lund, Jonas Lind,": nor before it.
        let ahead = self.later.iter().take_while(|s| s.word < self.range.end).find(|s| s.is_person);
        let same = |s: &Seen| s.entity == found.0 || self.nameless(found.0).is_some() && s.word == found.2 + 1;
        let ahead = ahead.filter(|s| same(s) && s.word <= found.2 + APPOSED);
        let apposed = ahead.is_some_and(|s| self.word(s.word - 1).is_some_and(|w| w.text == ","));
        (!beside && !apposed).then_some(found)
    }

    /// What the words at `at` mean that are no name.
    fn reading(&self, at: usize) -> Option<Reading> {
        let headlined = || self.headlined(at).or_else(|| self.aged(at));
        let described = || self.named_later(at).or_else(headlined).or_else(|| self.bare_body(at));
        let again = || self.described_again(at).or_else(|| self.kin(at)).or_else(|| self.pronoun(at));
        self.nominal(at).or_else(described).or_else(again)
    }

    /// The nation whose name ends before the word `at`.
    fn nation_ending(&self, at: usize) -> Option<&'static str> {
        let last = self.seen.last().filter(|s| s.end == at)?;
        lexicon().nation(&self.entities.get(last.entity)?.name)
    }

    /// The person whose post the words from `first` name; `start` is where the mention begins.
    fn post(&self, start: usize, first: usize, nation: Option<&str>) -> Option<Reading> {
        let facts = |at: usize| self.word(at).map_or(Facts(0), |w| lexicon().role(w));
        let is_role = |at: usize| facts(at).has(Facts::ROLE_MODIFIER.and(Facts::ROLE_HEAD));
        let first = (first..first + 2).find(|at| is_role(*at) || !self.word(*at).is_some_and(is_adjective))?;
        let mut head = first;
        while facts(head).has(Facts::ROLE_MODIFIER) && is_role(head + 1) {
            head += 1;
        }
        // "the justice system" is no justice.
        let modifies = self.word(head + 1).is_some_and(|w| w.tag == Tag::Noun && w.shape == Shape::Lower);
        if !facts(head).has(Facts::ROLE_HEAD) || modifies || self.leads_on(start, head + 1) {
            return None;
        }
        let before = self.words.all.get(start..first)?;
        let former = before.iter().any(|w| matches!(w.text, "former" | "ex"));
        let inside = self.words.all.get(first..=head)?;
        let core = inside.iter().map(|w| w.text.to_lowercase()).collect::<Vec<_>>().join(" ");
        let fallen = before.iter().find(|w| FALLEN.contains(&w.text));
        let entity = match fallen {
            Some(fallen) => self.person_described(fallen.text),
            None => self.person_of_role(&core, nation, former),
        };
        let entity = entity.or_else(|| self.person_spoken_of(start, head, &core))?;
        let span = self.word(start)?.span.cover(self.word(head)?.span);
        Some((entity, Mention { span, form: MentionForm::Nominal }, head + 1))
    }

    /// "The [Chelsea] manager", "the U.N. investigator": the post is told behind the body that it is at.
    fn post_of_body(&self, start: usize) -> Option<Reading> {
        let body = self.later.first().filter(|s| s.word == start && self.is_body(s.entity))?;
        self.post(body.end, body.end, None)
    }

    /// "Deposed President Moe … the deposed president": of whom the text has said so beside the name.
    fn person_described(&self, adjective: &str) -> Option<usize> {
        let beside = |s: &&Seen| {
            let before = self.words.all.get(s.word.saturating_sub(APPOSED)..s.word).unwrap_or(&[]);
            s.is_person && before.iter().any(|w| w.text.eq_ignore_ascii_case(adjective))
        };
        self.seen.iter().rev().take(NOMINAL_REACH).find(beside).map(|s| s.entity)
    }

    /// "The diplomat said": a post that nobody is told to hold, as the subject, means whom the sentence before speaks of,
    /// unless that one has another post.
    fn person_spoken_of(&self, start: usize, head: usize, core: &str) -> Option<usize> {
        let behind = self.words.all.get(self.range.start + 1..start);
        let opens = behind.is_some_and(|words| words.iter().all(Word::is_capitalised));
        // "The pianist, who studied"
        let who = || {
            self.word(head + 1).is_some_and(|w| w.text == ",") && self.word(head + 2).is_some_and(|w| w.text == "who")
        };
        let acts =
            self.word(head + 1).is_some_and(|w| w.tag.is_finite_verb() || matches!(w.text, "'s" | "’s")) || who();
        // Who speaks for a body is hardly whom the report tells of.
        let speaks_for = core.contains("spokes");
        if !opens || !acts || speaks_for || self.sentence == 0 {
            return None;
        }
        let entity = self.antecedent(1, &|s: &Seen| s.is_person)?;
        let other = |role: &RoleFound| !role.is_vague() && !role.is_called(core);
        self.profiles.get(entity).is_some_and(|p| !p.roles.iter().any(other)).then_some(entity)
    }

    /// Whether the phrase that begins at `start` goes on at `at` with a name, a hyphen, or an "of" that is not its verb's
    /// ("accused the minister of fraud").
    pub(super) fn leads_on(&self, start: usize, at: usize) -> bool {
        let verb = start.checked_sub(2).and_then(|at| self.word(at)).map_or("", |w| w.text);
        let accused = || OF_ITS_VERB.iter().any(|stem| verb.starts_with(stem));
        self.word(at).is_some_and(|w| match w.text {
            "of" | "for" => !accused(),
            text => w.is_capitalised() || text == "-",
        })
    }

    /// The person mentioned last who has the post; with a nation also the only one who is told later to have it.
    fn person_of_role(&self, core: &str, nation: Option<&str>, former: bool) -> Option<usize> {
        const HEADS_OF_STATE: [&str; 6] = ["president", "premier", "prime minister", "chancellor", "king", "leader"];
        let has_post = |role: &RoleFound| {
            let leads = core == "leader" && nation.is_some() && HEADS_OF_STATE.iter().any(|h| role.core.ends_with(h));
            (role.is_called(core) || leads) && role.is_former() == former
        };
        let of_nation = |role: &RoleFound| has_post(role) && nation.is_some() && role.nation == nation;
        let unowned = |role: &RoleFound| {
            has_post(role) && (nation.is_none() || role.nation.is_none() && !role.has_owner && core != "leader")
        };
        let holds = |entity: usize, fits: &dyn Fn(&RoleFound) -> bool| {
            self.profiles.get(entity).is_some_and(|p| p.roles.iter().any(fits))
        };
        // "the Bush administration"
        let leads =
            |s: &Seen| core == "president" && self.words.all.get(s.end).is_some_and(|w| w.text == "administration");
        let called = |s: &Seen| nation.is_none() && !former && (self.is_so_called(s, core) || leads(s));
        let recent = || self.seen.iter().rev().take(NOMINAL_REACH).filter(|s| s.is_person);
        let known = recent().find(|s| holds(s.entity, &of_nation));
        if let Some(known) = known.or_else(|| recent().find(|s| holds(s.entity, &unowned) || called(s))) {
            return Some(known.entity);
        }
        let mut later = (0..self.entities.len()).filter(|e| nation.is_some() && holds(*e, &of_nation));
        later.next().filter(|_| later.next().is_none())
    }
}

/// What tells of somebody in a post that the post is lost.
const FALLEN: [&str; 7] = ["deposed", "ousted", "jailed", "exiled", "disgraced", "imprisoned", "slain"];

/// The stems of verbs whose "of" and "for" tell what somebody is accused of or praised for.
const OF_ITS_VERB: [&str; 9] =
    ["accus", "convict", "critici", "blam", "prais", "thank", "condemn", "suspect", "congratulat"];

/// An adjective that may stand before a post: "hard-line", "outgoing".
fn is_adjective(word: &Word<'_>) -> bool {
    let weighs = |e: text_lexicon::Entry| e.adjective_weight() > e.noun_weight().max(e.verb_weight());
    is_age(word.text)
        || FALLEN.contains(&word.text)
        || word.shape == Shape::Lower
            && (word.text.contains('-') || text_lexicon::entry(word.lower).is_some_and(weighs))
}

/// `71-year-old`
pub(super) fn is_age(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with("-year-old")
}

/// The block of each sentence.
pub(super) fn blocks(document: &crate::extract::text::Document<'_>) -> Vec<usize> {
    document.sentences.iter().map(|s| s.block).collect()
}

/// Whether `span` is empty of letters; such mentions are dropped.
pub(super) fn is_blank(text: &str, span: Span) -> bool {
    !span.of(text).chars().any(char::is_alphanumeric)
}

//! Entities: names are found and typed, the names of one person or body are brought together, and the roles that the
//! text gives them are read.
//!
//! The way of a name: [`words`] cuts tokens so that names stand alone, [`tagger`] labels them by what [`features`],
//! [`lexicon`] and [`evidence`] tell, [`name`] lets the whole article correct single sentences, [`people`] and [`bodies`]
//! bring the names of one entity together, [`role`] reads posts, [`reference`] adds "the president" and "he", [`nameless`]
//! those whom nobody names, [`kin`] "his wife". Other parts ask by place through [`MentionIndex`].

mod abbreviation;
mod bare;
mod bodies;
mod called;
mod control;
mod correct;
mod description;
mod evidence;
mod features;
mod fold;
mod headline;
mod kin;
mod kinds;
mod lexicon;
mod name;
mod nameless;
mod office;
mod people;
mod phrase;
mod plural;
mod post;
mod pronoun;
mod query;
mod reference;
mod role;
mod signs;
mod standing;
mod tagger;
mod tail;
mod teams;
mod things;
#[cfg(feature = "train")]
pub mod training;
mod words;
mod works;

pub use query::MentionIndex;
pub use works::{is_work, makes_work};

use super::text::{Document, Tag};
use crate::model::{BlockKind, Caption, Entity, EntityKind, Mention, MentionForm, Role, Span, Standing};
use crate::newsroom;
use lexicon::Facts;
use name::Name;
use people::Sex;
use post::RoleFound;
use reference::Profile;
use role::{Around, Reader};
use std::collections::{BTreeMap, BTreeSet};
use tagger::NameKind;
use words::Words;

/// Finds all entities with their mentions, aliases and roles, in order of first mention.
pub fn find(document: &Document<'_>, captions: &[Caption]) -> Vec<Entity> {
    let text = document.article.text.as_str();
    let words = Words::of(document);
    let makers = standing::Makers::of(document, captions);
    let datelines = document.article.blocks.iter().filter(|block| block.kind == BlockKind::Dateline);
    let datelines: Vec<u32> = datelines.map(|block| block.span.start).collect();
    let mut names = tagger::with_scratch(|scratch| name::find(&words, tagger::model(), &datelines, scratch));
    makers.add_names(document, captions, &words, &mut names);
    let is_name =
        |span: Span| !reference::is_blank(text, span) && !is_of_calendar(span.of(text)) && !is_in_link(text, span);
    names.retain(|name| is_name(name.span));
    let reader = Reader { text, words: &words, names: &names };
    let around: Vec<Around> = (0..names.len())
        .map(|at| if kind_at(&names, at) == Some(NameKind::Person) { reader.around(at) } else { Around::default() })
        .collect();
    let groups = group(&words, text, &names, &around);
    let (mut entities, profiles): (Vec<Entity>, Vec<Profile>) =
        groups.iter().map(|members| entity(text, &words, &makers, &names, &around, members)).unzip();
    reference::add(text, &words, &reference::blocks(document), &mut entities, &profiles);
    entities
}

/// Whether the words stand in a web address: "https://t.co/WcgraWqkiA".
fn is_in_link(text: &str, span: Span) -> bool {
    let before = text.get(..span.start as usize).unwrap_or("");
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    word.ends_with('/') && (word.contains("://") || word.contains(".co") || word.starts_with("www."))
}

/// Whether the words are only a month or weekday that nobody is called alone; May, June and Sunday somebody may be.
pub fn is_of_calendar(name: &str) -> bool {
    const CALENDAR: [&str; 12] = [
        "January",
        "February",
        "July",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Saturday",
    ];
    CALENDAR.contains(&name)
}

/// Tags every capitalised word of a person's name as a proper noun: "said Per Hauge" is no preposition, "Will Smith" no
/// modal verb. What reads speakers and events after this leans on it.
pub fn settle_tags(document: &mut Document<'_>, entities: &[Entity]) {
    let text = document.article.text.as_str();
    let named = entities.iter().filter(|entity| entity.kind != EntityKind::Group);
    for name in named.flat_map(|person| &person.mentions).filter(|mention| mention.form == MentionForm::Name) {
        let first = document.tokens.partition_point(|token| token.span.start < name.span.start);
        let own = document.tokens.iter_mut().skip(first).take_while(|token| token.span.end <= name.span.end);
        for token in own.filter(|token| token.span.of(text).starts_with(char::is_uppercase)) {
            if !token.tag.is_proper_noun() {
                token.tag = Tag::ProperNoun;
            }
        }
    }
}

/// Whether a common noun in small letters names a post or profession: `nurse`, `minister`.
pub fn is_profession(noun: &str) -> bool {
    lexicon::lexicon().facts(words::role_key(noun)).has(Facts::ROLE_HEAD)
}

/// Whether a common noun in small letters means a human being first of all: `man`, `teacher`.
pub fn is_human(noun: &str) -> bool {
    description::is_human(noun)
}

/// Whether "he" (else "she") may mean somebody unnamed whom the noun tells of.
pub fn human_may_be(noun: &str, he: bool) -> bool {
    pronoun::may_be(noun, if he { Sex::Male } else { Sex::Female })
}

/// Whether the name is a country's: `Kenya`.
pub fn is_country(name: &str) -> bool {
    lexicon::lexicon().phrase(name).has(Facts::COUNTRY)
}

/// Whether a common noun in small letters tells a kind of body: `newspaper`, `ministry`.
pub fn is_body_noun(noun: &str) -> bool {
    kinds::is_body(noun)
}

fn kind_at(names: &[Name], at: usize) -> Option<NameKind> {
    names.get(at).map(|name| name.kind)
}

/// Groups of names that mean one entity, each as places in the list of names, in order of first mention.
fn group(words: &Words<'_>, text: &str, names: &[Name], around: &[Around]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for kind in [NameKind::Person, NameKind::Organisation, NameKind::Place, NameKind::Group] {
        let places: Vec<usize> = (0..names.len())
            .filter(|at| kind_at(names, *at) == Some(kind) && (kind != NameKind::Group || is_noun(words, names, *at)))
            .collect();
        let own: Vec<&Name> = places.iter().filter_map(|at| names.get(*at)).collect();
        let numbers = if kind == NameKind::Person {
            let titles: Vec<&Around> = places.iter().filter_map(|at| around.get(*at)).collect();
            people::cluster(words, &own, &titles)
        } else {
            bodies::cluster(words, text, &own)
        };
        let mut by_number: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (place, number) in places.iter().zip(numbers) {
            by_number.entry(number).or_default().push(*place);
        }
        groups.extend(by_number.into_values());
    }
    groups.sort();
    groups
}

/// Whether a group's name stands as a noun ("the Europeans", "a Briton") rather than as an adjective before one.
fn is_noun(words: &Words<'_>, names: &[Name], at: usize) -> bool {
    let Some(name) = names.get(at) else { return false };
    let surface_ends =
        words.all.get(name.words.end - 1).is_some_and(|w| w.text.ends_with('s') || w.text.ends_with("men"));
    let next = words.all.get(name.words.end);
    let ends = next.is_none_or(|w| {
        !w.is_word() || matches!(w.text, "and" | "or" | "in" | "who" | "to" | "of" | "from" | "have" | "were" | "are")
    });
    surface_ends && (ends || !next.is_some_and(|w| w.is_capitalised() || w.glued))
}

fn entity(
    text: &str,
    words: &Words<'_>,
    makers: &standing::Makers,
    names: &[Name],
    around: &[Around],
    members: &[usize],
) -> (Entity, Profile) {
    let own: Vec<&Name> = members.iter().filter_map(|at| names.get(*at)).collect();
    let kind = match own.first().map(|n| n.kind) {
        Some(NameKind::Person | NameKind::Role) => EntityKind::Person,
        Some(NameKind::Organisation) => EntityKind::Organisation,
        Some(NameKind::Group) => EntityKind::Group,
        Some(NameKind::Place) | None => EntityKind::Place,
    };
    let roles: Vec<_> = members.iter().filter_map(|at| around.get(*at)).flat_map(|a| a.roles.iter().cloned()).collect();
    let sex = members
        .iter()
        .zip(&own)
        .map(|(at, name)| people::sex_of(words, Some(name), around.get(*at).map(|a| a.sex)))
        .find(|sex| *sex != Sex::Unknown)
        .unwrap_or_else(|| people::sex_of_single(words, &own));
    let standings: Vec<Standing> = own.iter().map(|n| makers.standing(n.span)).collect();
    let standing = if standings.contains(&Standing::Story) {
        Standing::Story
    } else {
        standings.first().copied().unwrap_or_default()
    };
    let (name, aliases) = forms(text, kind, &own, standing == Standing::Story);
    let role = (kind == EntityKind::Person).then(|| told_role(&roles)).flatten();
    let mentions = own.iter().map(|n| Mention { span: n.span, form: MentionForm::Name }).collect();
    // A post told a thousand times is one post to whoever looks for its holder.
    let mut known = BTreeSet::new();
    let mut roles = roles;
    roles.retain(|r| known.insert((r.core.clone(), r.text.clone(), r.nation, r.has_owner)));
    (Entity { kind, name, aliases, role, standing, mentions }, Profile { sex, roles })
}

/// The best of the roles told, best with its owner, and beside it what the person was before: "head of the board, former
/// minister".
fn told_role(roles: &[RoleFound]) -> Option<Role> {
    let rank = |(at, role): &(usize, &RoleFound)| (role.has_owner, !role.is_former(), !role.is_rank(), usize::MAX - at);
    let (_, best) = roles.iter().enumerate().max_by_key(rank)?;
    let other = roles.iter().enumerate().filter(|(_, r)| r.is_former() != best.is_former() && r.core != best.core);
    let other = other.max_by_key(rank).map(|(_, role)| role.text.as_str());
    let text = match (best.is_former(), other) {
        (false, Some(former)) => format!("{}, {former}", best.text),
        (true, Some(current)) => format!("{current}, {}", best.text),
        (_, None) => best.text.clone(),
    };
    let mut evidence: Vec<Span> = roles.iter().map(|r| r.evidence).collect();
    evidence.sort();
    evidence.dedup();
    Some(Role { text, evidence })
}

/// A name as heads of sections and datelines set it ("NEW DELHI"); short ones ("USA") are written so everywhere.
fn is_in_capitals(name: &str) -> bool {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    letters().count() > 3 && letters().all(char::is_uppercase)
}

/// A place in capitals as it stands in running text: "New Delhi".
fn in_running_text(place: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| format!("{first}{}", letters.as_str().to_lowercase()))
    };
    place.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The fullest form of the name, and the others in order of appearance. In the `story` it is the one of the lists; the "EPA"
/// of a picture's credit is no Environmental Protection Agency.
fn forms(text: &str, kind: EntityKind, own: &[&Name], story: bool) -> (String, Vec<String>) {
    let mut forms: Vec<String> = Vec::new();
    for name in own {
        let form = name.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    let fullness = |form: &String| match kind {
        EntityKind::Person => form.split(' ').count(),
        EntityKind::Group => 0,
        EntityKind::Organisation | EntityKind::Place => form.len(),
    };
    let rank = |(at, form): &(usize, &String)| (fullness(form), !is_in_capitals(form), usize::MAX - at);
    let best = forms.iter().enumerate().max_by_key(rank).map_or(0, |(at, _)| at);
    let mut name = if forms.is_empty() { String::new() } else { forms.remove(best) };
    if kind == EntityKind::Place && is_in_capitals(&name) {
        let known = |place: &String| lexicon::lexicon().phrase(place).has(Facts::ANY_PLACE);
        name = Some(in_running_text(&name)).filter(known).unwrap_or(name);
    }
    let folded = name.to_lowercase();
    forms.retain(|form| form.to_lowercase() != folded);
    let listed = match kind {
        EntityKind::Place => {
            lexicon::lexicon().nation(&name).filter(|_| lexicon::lexicon().phrase(&name).has(Facts::COUNTRY))
        }
        EntityKind::Organisation => {
            lexicon::lexicon().full_name(&name).filter(|full| story || newsroom::is_agency(full))
        }
        _ => None,
    };
    match listed {
        Some(full) if full.len() > name.len() => {
            forms.insert(0, name);
            forms.retain(|form| form != full);
            (full.to_owned(), forms)
        }
        _ => (name, forms),
    }
}

//! Teams: clubs are called by their town, and only the game tells that the club is meant ("beat Lund 3-2", "Lund manager Ada
//! Moe"). A nation's team stays the nation.

use super::lexicon::{Facts, lexicon};
use super::name::{Name, surface};
use super::tagger::NameKind;
use super::words::{Shape, Word, Words, extend_key};
use std::collections::BTreeSet;

/// What one team does to another.
const BEATS: [&str; 17] = [
    "over", "beat", "beats", "beating", "thrashed", "edged", "hammered", "overcame", "defeated", "defeat", "held",
    "downed", "stunned", "hosted", "host", "against", "past",
];
/// Who belongs to a team.
const PLAYERS: [&str; 14] = [
    "manager",
    "striker",
    "midfielder",
    "defender",
    "goalkeeper",
    "winger",
    "forward",
    "fullback",
    "coach",
    "captain",
    "quarterback",
    "pitcher",
    "guard",
    "fans",
];
/// What clubs do in the plural, and no town does.
const PLAYS: [&str; 20] = [
    "are",
    "have",
    "were",
    "play",
    "face",
    "host",
    "travel",
    "stay",
    "climb",
    "lead",
    "trail",
    "beat",
    "drew",
    "lost",
    "won",
    "equalised",
    "equalized",
    "scored",
    "kicked",
    "conceded",
];
/// What clubs that have a town in their name may be called behind it.
const CLUBS: [&str; 3] = ["City", "Town", "County"];

/// The same of clubs only.
const FULL: [&str; 11] =
    ["Albion", "Athletic", "Hotspur", "Rangers", "Rovers", "United", "Villa", "Wanderers", "Wednesday", "FC", "Argyle"];

/// Whether clubs are so called behind their town: "City", "Rovers".
pub(super) fn is_club_word(word: &str) -> bool {
    CLUBS.contains(&word) || FULL.contains(&word)
}

/// Makes teams of the places that play.
pub(super) fn settle(words: &Words<'_>, names: &mut [Name]) {
    if !tells_of_a_game(words) {
        return;
    }
    // "a win over Vik Rovers": nobody is called so.
    let club =
        |name: &Name| matches!(text(words, name.words.end.checked_sub(1)), "Rovers" | "Wanderers" | "Albion" | "FC");
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Person && name.words.len() > 1 && club(name)) {
        name.kind = NameKind::Organisation;
    }
    let mut teams = BTreeSet::new();
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Place && !is_nation(words, name)) {
        if plays(words, name) {
            name.kind = NameKind::Organisation;
            if !is_in(words, name) && !is_listed(words, name) {
                teams.insert(surface(words, name));
            }
        }
    }
    teams.extend(clubs(words, names));
    // "Lund" of a game is the team where no list knows a town of that name.
    names.iter().filter(|name| is_in(words, name) || is_visited(words, name)).for_each(|name| {
        teams.remove(&surface(words, name));
    });
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Place) {
        if teams.contains(&surface(words, name)) {
            name.kind = NameKind::Organisation;
        }
    }
}

fn text<'a>(words: &Words<'a>, at: Option<usize>) -> &'a str {
    at.and_then(|at| words.all.get(at)).map_or("", |w| w.text)
}

/// Whether some score stands in the text: "3-2".
fn tells_of_a_game(words: &Words<'_>) -> bool {
    (0..words.all.len()).any(|at| score_end(words, at).is_some())
}

/// The word behind the score that begins at `at`, in one word or three.
fn score_end(words: &Words<'_>, at: usize) -> Option<usize> {
    let goals = |word: &str| (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    let word =
        words.all.get(at).filter(|w| w.shape == Shape::Number || w.text.starts_with(|c: char| c.is_ascii_digit()))?;
    if word.text.split_once(['-', '–']).is_some_and(|(ours, theirs)| goals(ours) && goals(theirs)) {
        return Some(at + 1);
    }
    let joined = matches!(text(words, Some(at + 1)), "-" | "–");
    (joined && goals(word.text) && goals(text(words, Some(at + 2)))).then_some(at + 3)
}

fn is_nation(words: &Words<'_>, name: &Name) -> bool {
    lexicon().facts(surface(words, name)).has(Facts::COUNTRY)
}

fn is_listed(words: &Words<'_>, name: &Name) -> bool {
    lexicon().facts(surface(words, name)).has(Facts::ANY_PLACE)
}

/// "in Lund", "Lund, Sweden"
fn is_in(words: &Words<'_>, name: &Name) -> bool {
    matches!(text(words, name.words.start.checked_sub(1)), "in" | "In" | "near" | "from" | "outside")
        && !is_lent(words, name)
}

/// "travel to Lund"
fn is_visited(words: &Words<'_>, name: &Name) -> bool {
    text(words, name.words.start.checked_sub(1)) == "to"
}

/// The towns of the clubs that are named in full: "Lund" of Lund Athletic.
fn clubs<'n>(words: &'n Words<'_>, names: &'n [Name]) -> impl Iterator<Item = u64> + 'n {
    let club = |name: &&Name| {
        let last = text(words, name.words.end.checked_sub(1));
        name.kind == NameKind::Organisation && name.words.len() == 2 && is_club_word(last)
    };
    names.iter().filter(club).filter_map(|name| words.all.get(name.words.start)).map(|town| extend_key(0, town.name))
}

/// "on loan from Lund City"
fn is_lent(words: &Words<'_>, name: &Name) -> bool {
    let back = |back: usize| text(words, name.words.start.checked_sub(back));
    back(1) == "from" && matches!(back(2), "loan" | "signed" | "transfer" | "move" | "joined")
}

/// "beat Lund 3-2", "gave Lund a 2-1 win", "Lund 2-3 Berg", "Lund manager Ada Moe", "Lund are second"
fn plays(words: &Words<'_>, name: &Name) -> bool {
    let (before, end) = (text(words, name.words.start.checked_sub(1)), name.words.end);
    let next = words.all.get(end);
    // "gave Lund City a 2-1 win"
    let given = matches!(text(words, Some(end)), "a" | "an") && score_end(words, end + 1).is_some();
    let scores = given || score_end(words, end).is_some_and(|_| !matches!(before, "in" | "at"));
    let club = name.words.len() > 1 && CLUBS.contains(&text(words, end.checked_sub(1))) && !is_listed(words, name);
    let who = text(words, Some(end)) == "," && text(words, Some(end + 1)) == "who";
    let verb = words.all.get(if who { end + 2 } else { end });
    let acts = verb.is_some_and(|w| PLAYS.contains(&w.text))
        && (who || !matches!(before, "and" | "of" | "in" | "from" | "at" | ","));
    let apposed =
        next.is_some_and(|w| PLAYERS.contains(&w.text)) && words.all.get(end + 1).is_some_and(Word::is_capitalised);
    let beaten = BEATS.contains(&before) && (club || is_listed(words, name) && scores);
    scores || apposed || club && (is_lent(words, name) || beaten) || acts && (club || !is_listed(words, name)) || beaten
}

//! Posts as words: what a role found in the text says of itself, and the words that make posts national, tie people to
//! their kin or end the phrase of a post.

use super::lexicon::{Facts, lexicon};
use super::words::role_key;
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

impl RoleFound {
    /// The post without what it is of or for: `sheriff` of "sheriff of Kenedy County".
    pub(super) fn post(&self) -> &str {
        let link = [" of ", " for ", " at ", " in ", " to "].iter().filter_map(|link| self.core.find(link)).min();
        link.and_then(|at| self.core.get(..at)).unwrap_or(&self.core)
    }

    /// Whether its holder can be called so: a "Norwegian foreign minister" a minister, a "Gov." the governor, a bishop the
    /// cleric; a vice president is no president.
    pub(super) fn is_called(&self, noun: &str) -> bool {
        let modifies = |rest: &str| rest.strip_suffix(' ').is_some_and(|rest| !is_second(rest));
        let says = |post: &str| post == noun || post.strip_suffix(noun).is_some_and(modifies);
        let head = self.post().rsplit(' ').next().unwrap_or("").trim_end_matches('.');
        let other = OTHER_WORDS.iter().find(|(post, _)| *post == head).is_some_and(|(_, words)| words.contains(&noun));
        let premier = noun == "premier" && self.post().ends_with("prime minister");
        says(&self.core) || says(self.post()) || other || premier
    }

    /// Whether the text tells that the post was held before.
    pub(super) fn is_former(&self) -> bool {
        self.text.starts_with("former ")
    }

    /// Whether it is a rank or a form of honour alone, beside which its holder has a post: "Commander", "Chief", "Dr.".
    pub(super) fn is_rank(&self) -> bool {
        !self.has_owner && RANKS.contains(&self.core.trim_end_matches('.'))
    }

    /// Whether it says so little that its holder may well have another: "leader", "official".
    pub(super) fn is_vague(&self) -> bool {
        is_vague(self.post().rsplit(' ').next().unwrap_or(""))
    }
}

/// The post of one of several: "Sens." → "Sen.", "Presidents" → "President".
pub(super) fn of_one(post: &str) -> String {
    let one = |word: &str| {
        let (stem, stop) = word.strip_suffix('.').map_or((word, ""), |stem| (stem, "."));
        let is_post = |w: &str| lexicon().facts(role_key(w)).has(Facts::ROLE_HEAD.and(Facts::ADDRESS));
        let single = stem.strip_suffix('s').filter(|single| is_post(single) && !is_post(stem));
        single.map_or_else(|| word.to_owned(), |single| format!("{single}{stop}"))
    };
    let mut in_tail = false;
    let words = post.split(' ').map(|word| {
        in_tail |= matches!(word, "of" | "for" | "at" | "in" | "to" | "with");
        if in_tail { word.to_owned() } else { one(word) }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Whether the words before a post end with one that makes it another's: "[vice] president", "[deputy] mayor".
pub(super) fn is_second(modifiers: &str) -> bool {
    matches!(modifiers.rsplit(' ').next(), Some("vice" | "deputy" | "assistant"))
}

/// What news calls the holders of some posts the second time.
const OTHER_WORDS: [(&str, &[&str]); 57] = [
    ("gov", &["governor"]),
    ("sen", &["senator", "lawmaker"]),
    ("senator", &["lawmaker"]),
    ("rep", &["representative", "congressman", "congresswoman", "lawmaker"]),
    ("congressman", &["representative", "lawmaker"]),
    ("congresswoman", &["representative", "lawmaker"]),
    ("mp", &["lawmaker", "politician"]),
    ("mep", &["lawmaker"]),
    ("ambassador", &["diplomat", "envoy"]),
    ("envoy", &["diplomat"]),
    ("gen", &["general", "commander"]),
    ("general", &["commander"]),
    ("adm", &["admiral", "commander"]),
    ("col", &["colonel"]),
    ("lt", &["lieutenant"]),
    ("capt", &["captain"]),
    ("sgt", &["sergeant"]),
    ("prof", &["professor"]),
    ("professor", &["academic", "researcher"]),
    ("dr", &["doctor"]),
    ("pope", &["pontiff"]),
    ("archbishop", &["bishop", "cleric"]),
    ("bishop", &["cleric"]),
    ("king", &["monarch"]),
    ("queen", &["monarch"]),
    ("emperor", &["monarch"]),
    ("ceo", &["executive", "chief executive", "boss"]),
    ("executive", &["boss"]),
    ("justice", &["judge"]),
    ("lawyer", &["attorney"]),
    ("attorney", &["lawyer"]),
    ("spokesman", &["spokesperson"]),
    ("spokeswoman", &["spokesperson"]),
    ("rapporteur", &["investigator", "envoy"]),
    ("inspector", &["officer", "detective"]),
    ("detective", &["officer", "investigator"]),
    ("sergeant", &["officer"]),
    ("constable", &["officer"]),
    ("superintendent", &["officer"]),
    ("policeman", &["officer"]),
    ("barrister", &["lawyer", "attorney"]),
    ("solicitor", &["lawyer", "attorney"]),
    ("lawmaker", &["politician"]),
    ("striker", &["forward", "player"]),
    ("midfielder", &["player"]),
    ("defender", &["player"]),
    ("goalkeeper", &["keeper", "player"]),
    ("manager", &["coach", "boss"]),
    ("biologist", &["scientist", "researcher"]),
    ("physicist", &["scientist", "researcher"]),
    ("researcher", &["scientist"]),
    ("surgeon", &["doctor"]),
    ("physician", &["doctor"]),
    ("paediatrician", &["doctor"]),
    ("pediatrician", &["doctor"]),
    ("novelist", &["author", "writer"]),
    ("billionaire", &["businessman", "tycoon"]),
];

const RANKS: [&str; 28] = [
    "adm",
    "admiral",
    "brig",
    "brigadier",
    "capt",
    "captain",
    "chief",
    "cmdr",
    "cllr",
    "col",
    "colonel",
    "commander",
    "commodore",
    "corporal",
    "councillor",
    "dr",
    "gen",
    "general",
    "lieutenant",
    "lt",
    "maj",
    "major",
    "prof",
    "professor",
    "sergeant",
    "sgt",
    "sheikh",
    "sir",
];

/// Posts that many hold beside another.
pub(super) fn is_vague(noun: &str) -> bool {
    matches!(
        noun,
        "leader"
            | "head"
            | "chief"
            | "official"
            | "lawmaker"
            | "politician"
            | "commander"
            | "envoy"
            | "diplomat"
            | "author"
            | "artist"
            | "general"
            | "senator"
            | "congressman"
            | "congresswoman"
            | "representative"
            | "officer"
    )
}

/// Posts of which a nation has one: they are told as "President of France".
pub(super) fn is_national(core: &str) -> bool {
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

/// Words that tie a person to another.
pub(super) const KIN: [&str; 24] = [
    "son",
    "daughter",
    "wife",
    "husband",
    "widow",
    "brother",
    "sister",
    "father",
    "mother",
    "nephew",
    "niece",
    "uncle",
    "aunt",
    "cousin",
    "grandson",
    "granddaughter",
    "son-in-law",
    "daughter-in-law",
    "brother-in-law",
    "sister-in-law",
    "father-in-law",
    "mother-in-law",
    "partner",
    "girlfriend",
];

pub(super) fn takes_article(nation: &str) -> bool {
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

/// Words that end an apposition: they begin a clause or a new phrase.
pub(super) fn is_stop(word: &str) -> bool {
    matches!(
        word,
        "who"
            | "whom"
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

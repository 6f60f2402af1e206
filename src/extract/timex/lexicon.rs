//! The words that time expressions are made of, with what each may be: `march` is a month, `second` an ordinal and a
//! unit. The list itself stands in `assets/lexicon/en/time_words.txt`.

use super::calendar::{Season, Unit};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// What a word may be; one bit each, for a word may be several.
pub mod class {
    macro_rules! classes {
        ($($name:ident = $label:literal),* $(,)?) => {
            classes!(@bits 0u64; $($name)*);
            /// The bit of a class by its label in the word list.
            pub fn by_label(label: &str) -> Option<u64> {
                match label { $($label => Some($name),)* _ => None }
            }
        };
        (@bits $n:expr; $name:ident $($rest:ident)*) => {
            pub const $name: u64 = 1 << ($n);
            classes!(@bits $n + 1; $($rest)*);
        };
        (@bits $n:expr;) => {};
    }
    classes! {
        MONTH = "month", SHORT_MONTH = "short-month", WEEKDAY = "weekday", SHORT_WEEKDAY = "short-weekday",
        WEEKDAYS = "weekdays", UNIT = "unit", UNITS = "units", NUMBER = "number", ORDINAL = "ordinal", VAGUE = "vague",
        SEASON = "season", DAY_PART = "day-part", DAY_NAME = "day-name", LEAN = "lean", EDGE = "edge",
        APPROX = "approx", DET = "det", EACH = "each", SHIFT = "shift", FREQUENCY = "frequency", ERA = "era",
        ZONE = "zone", REFERENCE = "reference", HOLIDAY = "holiday", DECADE = "decade", PREP = "prep", CLOCK = "clock",
        FISCAL = "fiscal", POSSESSIVE = "possessive", HALF = "half", OTHER = "other", LINK = "link",
        PAST_VERB = "past", FUTURE_VERB = "future",
    }
}

/// What the list says about a word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    /// Bits of [`class`].
    pub classes: u64,
    /// Its number, code or place in the calendar.
    pub value: i32,
    /// Its code as a word of direction, edge, approximation, reference.
    pub lean: i32,
    pub edge: i32,
    pub approx: i32,
    pub reference: i32,
    /// Its unit of time.
    pub unit: Option<Unit>,
    /// Its season.
    pub season: Option<Season>,
}

/// FNV-1a: short keys, no attacker chooses them (the table is fixed), so speed counts.
#[derive(Default)]
pub struct Fnv(u64);

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        let start = if self.0 == 0 { 0xcbf2_9ce4_8422_2325 } else { self.0 };
        self.0 = bytes.iter().fold(start, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3));
    }
}

type Table = HashMap<&'static [u8], Entry, BuildHasherDefault<Fnv>>;

static WORDS: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    let lists = [
        include_str!("../../../assets/lexicon/en/time_words.txt"),
        include_str!("../../../assets/lexicon/en/tense.txt"),
    ];
    for line in lists.iter().flat_map(|list| list.lines()) {
        let mut fields = line.split('#').next().unwrap_or("").split_whitespace();
        let Some(bit) = fields.next().and_then(class::by_label) else { continue };
        for item in fields {
            let (word, value) = item.split_once('=').unwrap_or((item, "0"));
            add(table.entry(word.as_bytes()).or_default(), bit, value);
        }
    }
    for name in super::holiday::holidays() {
        let first = name.words.first().map_or("", |w| w.split(['\'', '.', '-']).next().unwrap_or(w));
        table.entry(first.as_bytes()).or_default().classes |= class::HOLIDAY;
    }
    table
});

fn add(entry: &mut Entry, bit: u64, value: &str) {
    entry.classes |= bit;
    if let Some(unit) = unit_by_label(value) {
        entry.unit = Some(unit);
    } else if let Some(season) = season_by_label(value) {
        entry.season = Some(season);
    } else if let Some(number) = value.parse().ok().filter(|n: &i32| *n != 0) {
        let place = match bit {
            class::LEAN => &mut entry.lean,
            class::EDGE => &mut entry.edge,
            class::APPROX => &mut entry.approx,
            class::REFERENCE => &mut entry.reference,
            _ => &mut entry.value,
        };
        *place = number;
    }
}

fn unit_by_label(label: &str) -> Option<Unit> {
    Some(match label {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "weekend" => Unit::Weekend,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        "millennium" => Unit::Millennium,
        _ => return None,
    })
}

fn season_by_label(label: &str) -> Option<Season> {
    Some(match label {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    })
}

/// Longer words are in no list.
const LONGEST: usize = 16;

/// What the list says about `word`, in any case; an entry without classes when nothing.
pub fn look_up(word: &str) -> Entry {
    let bytes = word.as_bytes();
    let mut buffer = [0u8; LONGEST];
    let Some(lower) = buffer.get_mut(..bytes.len()) else { return Entry::default() };
    lower.copy_from_slice(bytes);
    lower.make_ascii_lowercase();
    WORDS.get(&*lower).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_be_several_things() {
        let second = look_up("Second");
        assert!(second.classes & class::ORDINAL != 0 && second.classes & class::UNIT != 0);
        assert_eq!((second.value, second.unit), (2, Some(Unit::Second)));
        assert_eq!(look_up("antidisestablishment").classes, 0);
        assert_eq!(look_up("é").classes, 0);
    }

    #[test]
    fn every_line_has_a_known_class_and_lower_case_words() {
        for line in include_str!("../../../assets/lexicon/en/time_words.txt").lines() {
            let line = line.split('#').next().unwrap_or("").trim();
            let Some((label, words)) = line.split_once(' ') else {
                assert!(line.is_empty(), "{line}");
                continue;
            };
            assert!(class::by_label(label).is_some(), "{label}");
            assert!(words.split_whitespace().all(|w| w.len() <= LONGEST + 12 && w == w.to_lowercase()), "{line}");
        }
    }
}

//! Tense: what a verb's form says of its time where the text gives none, read from the time of speech.
//!
//! A report is news of the day on which it is read; most other forms bound an event without placing it. A form that
//! leaves one side open is given no bound there: "has blocked the road" says when it began at the latest, not whether
//! it is over.

use super::bounds::Bounds;
use super::clause::ClauseKind;
use super::lexicon;
use super::mentions::Found;
use crate::model::{Aspect, DateRange, EventClass, Modality, Tense};

/// What was read from a form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) bounds: Bounds,
    /// How often bounds read this way hold.
    pub(super) confidence: f32,
    /// How it was read, for the reader.
    pub(super) why: &'static str,
    /// Whether it is the news of the day, which a timeline shows on it.
    pub(super) news: bool,
}

/// Where a verb stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing<'a> {
    pub(super) clause: Option<ClauseKind>,
    /// Whether it is the clause's finite verb.
    pub(super) finite: bool,
    /// The word that opens its clause, in small letters.
    pub(super) marker: &'a str,
    /// Whether it tells who said a quote.
    pub(super) cue: bool,
    /// Whether it stands in the first sentence that tells something, and is not said to be old or to have lasted.
    pub(super) lead: bool,
    /// Whether the passage it stands in is told on the day of speech.
    pub(super) of_the_day: bool,
    /// Whether it tells, in news of the day of speech, how the market's prices moved or what figures showed.
    pub(super) in_the_news: bool,
    /// Whether it tells that somebody would not speak.
    pub(super) silent: bool,
    /// Whether the verb tells what somebody thinks or how something looks at the moment.
    pub(super) attitude: bool,
    /// Whether the subject is what it is done to.
    pub(super) passive: bool,
    /// Whether it is an infinitive after a word that foresees it: "plans to", "likely to".
    pub(super) foreseen: bool,
    /// Whether "can" stands with it.
    pub(super) able: bool,
    /// Whether "may" stands with it.
    pub(super) perhaps: bool,
    /// Whether a form of "have" stands with it.
    pub(super) perfect: bool,
    /// Whether its subject is a happening: "the violence".
    pub(super) relates: bool,
    /// Whether an adverb says that it was at another time: "recently accused", "later told".
    pub(super) elsewhen: bool,
    /// Whether somebody says it in the present tense, of what no earlier day was told: "police say".
    pub(super) fresh: bool,
    /// Whether it stands in words given as spoken.
    pub(super) own_words: bool,
    /// Whether its paragraph tells of a time long over.
    pub(super) beside_earlier_time: bool,
    /// Whether it goes along with what is told in the past.
    pub(super) aside_past: bool,
    /// Whether its sentence tells in the present tense, as headlines do, of harm done: "is killed when a bomb explodes".
    pub(super) vivid: bool,
}

impl Standing<'_> {
    fn is_main(self) -> bool {
        self.finite && self.clause == Some(ClauseKind::Main)
    }

    /// Whether news tells it of its own day: what went on, was asked or refused among the day's happenings. Other verbs
    /// there tell as often of what was before.
    fn is_of_the_day(self, class: EventClass) -> bool {
        self.in_the_news || self.of_the_day && matches!(class, EventClass::Aspectual | EventClass::IAction)
    }

    /// "if it rains", "until it stops": in the present tense, of the future.
    fn looks_ahead(self) -> bool {
        matches!(self.marker, "if" | "when" | "until" | "till" | "once" | "before" | "unless" | "after")
    }
}

/// What a word without any time says by its form, read from the time of speech; `None` when it says nothing.
pub(super) fn read(found: &Found, standing: Standing<'_>, speech: DateRange) -> Option<Told> {
    if speech.is_open() {
        return None;
    }
    let told = |bounds, confidence, why| Some(Told { bounds, confidence, why, news: false });
    match (found.tense, found.aspect, found.modality) {
        (Tense::None, ..) => None,
        // "may have come", "was to press", "could not reach": of the past, or not said to have been.
        // "may have been trying", "could have come": of the past, if it was so at all.
        (Tense::Present | Tense::Future, _, modality)
            if standing.perfect && modality != Modality::Actual && modality != Modality::Planned =>
        {
            told(Bounds::begun_by(speech), 0.85, "perhaps done by the article's day")
        }
        (Tense::Present, Aspect::Progressive, _) if standing.perfect => {
            told(Bounds::begun_by(speech), 0.95, "told as begun before the article's day")
        }
        // "can begin": it is able to now, and may from now on.
        (Tense::Present, Aspect::None, Modality::Hypothetical)
            if standing.able && found.class == EventClass::Aspectual =>
        {
            told(Bounds::from(speech), 0.8, "told as possible from the article's day on")
        }
        (Tense::Present, Aspect::None, _) if standing.able => {
            told(Bounds::during(speech), 0.8, "told as possible on the article's day")
        }
        (Tense::Past, _, Modality::Planned) | (Tense::Future, _, Modality::Negated) => None,
        // "before he could cut the ribbon, a man arrested it": told of the past.
        (Tense::Future, _, Modality::Hypothetical) if standing.aside_past => None,
        // "will stay", "will continue": it is so already, and goes on.
        (Tense::Future, _, Modality::Planned) if lexicon::goes_on(&found.lemma) => {
            told(Bounds::lasting(speech), 0.8, "said to go on")
        }
        // "will stand united", "will begin": it may be so already.
        (Tense::Future, _, modality)
            if found.class == EventClass::Aspectual
                || found.class == EventClass::State && modality == Modality::Planned =>
        {
            told(Bounds::from(speech), 0.85, "said to go on or to come")
        }
        (Tense::Infinitive, ..) if standing.foreseen => told(Bounds::after(speech), 0.7, "said to be still to come"),
        // An aim may be reached or not: "the way to solve it".
        (Tense::Infinitive, ..) => None,
        (Tense::Participle, _, Modality::Negated) => None,
        // "the grave may contain his remains", "the two might be related"
        (Tense::Present | Tense::Future, Aspect::None, Modality::Hypothetical)
            if standing.perhaps && found.class == EventClass::State =>
        {
            told(Bounds::during(speech), 0.8, "told as perhaps so on the article's day")
        }
        // "the strain may be spreading"
        (Tense::Present | Tense::Future, Aspect::Progressive, Modality::Hypothetical) if standing.perhaps => {
            told(Bounds::during(speech), 0.85, "told as perhaps so on the article's day")
        }
        (Tense::Future, ..) | (_, _, Modality::Planned | Modality::Hypothetical) => {
            told(Bounds::after(speech), 0.75, "said to be still to come")
        }
        (Tense::Past, Aspect::Perfective, _) => told(Bounds::up_to(speech), 0.9, "told as over by then"),
        (Tense::Past, Aspect::Progressive, _) => told(Bounds::begun_by(speech), 0.9, "told as going on in the past"),
        (Tense::Past, ..) => Some(past(found, standing, speech)),
        (Tense::Present, Aspect::Perfective, _) => Some(perfect(found, standing, speech)),
        (Tense::Present, Aspect::Progressive, _) => {
            told(Bounds::during(speech), 0.88, "told as going on on the article's day")
        }
        (Tense::Present, ..) => Some(present(found, standing, speech)),
        (Tense::Participle, ..) => told(Bounds::begun_by(speech), 0.9, "begun by the article's day"),
    }
}

/// What somebody thinks or feels as it is said, and need not go on thinking.
const OF_THE_MOMENT: [&str; 10] =
    ["appear", "believe", "expect", "fear", "feel", "hope", "intend", "regret", "think", "want"];

/// The simple past: reports and attitudes are of the day; a circumstance or what somebody says of the past is over.
fn past(found: &Found, standing: Standing<'_>, speech: DateRange) -> Told {
    let told = |bounds, confidence, why| Told { bounds, confidence, why, news: false };
    let reporting = found.class == EventClass::Reporting;
    let preceding = standing.clause == Some(ClauseKind::Adverbial) && matches!(standing.marker, "after" | "since");
    let affirmed = found.modality != Modality::Negated;
    if reporting && standing.finite && standing.beside_earlier_time {
        return told(
            Bounds::up_to(speech),
            0.9,
            "told beside what happened before the article's day, then or on that day",
        );
    }
    if reporting && standing.elsewhen && standing.finite {
        return told(Bounds::up_to(speech), 0.9, "told as of another time, up to the article's day");
    }
    // "a platform [that called] for peace", "in Venezuela, where he [thanked] them"
    if reporting && standing.clause == Some(ClauseKind::Relative) && matches!(standing.marker, "that" | "where") {
        return told(Bounds::up_to(speech), 0.9, "told as background in the past");
    }
    if reporting && standing.cue && !preceding {
        return told(Bounds::within(speech), 0.83, "no time is given; news reports what was said on its day");
    }
    if found.quote.is_some() {
        return match found.class {
            // "She said she regretted it": what is thought is told in the tense of the saying.
            EventClass::IState
                if !standing.own_words
                    && standing.clause == Some(ClauseKind::Content)
                    && OF_THE_MOMENT.contains(&found.lemma.as_ref()) =>
            {
                told(Bounds::within(speech), 0.7, "an attitude at the time of saying it")
            }
            EventClass::State | EventClass::IState => told(Bounds::begun_by(speech), 0.9, "a past state in a quote"),
            // Indirect speech tells what happened before it; one's own words speak of the day as well.
            EventClass::Occurrence | EventClass::IAction
                if affirmed && !standing.own_words && !preceding && !standing.fresh =>
            {
                told(Bounds::before(speech), 0.75, "told in the past by who is quoted")
            }
            _ => told(Bounds::up_to(speech), 0.95, "told in the past by who is quoted"),
        };
    }
    let aside = standing.clause == Some(ClauseKind::Adverbial);
    match (standing.clause, found.class) {
        // "had been expected after police said so"
        // "fled on Monday after a blaze broke out": on that day, or before it.
        _ if preceding => told(Bounds::up_to(speech), 0.9, "told as what went before"),
        // "The city sends boats as the mayor discussed the flood"
        (_, EventClass::Occurrence | EventClass::IAction) if aside && matches!(standing.marker, "as" | "while") => {
            told(Bounds::up_to(speech), 0.95, "told in the past, up to the article's day")
        }
        (Some(ClauseKind::Content), _) if reporting => {
            told(Bounds::up_to(speech), 0.9, "told in the past by who is reported")
        }
        _ if reporting && standing.finite => {
            told(Bounds::within(speech), 0.83, "no time is given; news reports what was said on its day")
        }
        _ if standing.silent && standing.is_main() => {
            told(Bounds::within(speech), 0.8, "no time is given; news was asked for on its day")
        }
        (_, EventClass::IState) if affirmed && standing.finite => {
            told(Bounds::within(speech), 0.6, "no time is given; an attitude of the article's day")
        }
        (_, EventClass::State) => told(Bounds::begun_by(speech), 0.9, "a state in the past"),
        (Some(ClauseKind::Content), _) if standing.fresh => {
            told(Bounds::up_to(speech), 0.95, "told in the past by who is reported")
        }
        (Some(ClauseKind::Content | ClauseKind::Relative | ClauseKind::Adverbial), _) => {
            told(Bounds::before(speech), 0.85, "told as background in the past")
        }
        (_, class) if standing.is_main() && standing.is_of_the_day(class) => {
            told(Bounds::within(speech), 0.6, "no time is given; told among what happened on the article's day")
        }
        // "They stayed": whether it is over, nobody says.
        _ if lexicon::goes_on(&found.lemma) && found.lemma != "continue" => {
            told(Bounds::begun_by(speech), 0.9, "a state in the past")
        }
        _ => told(Bounds::up_to(speech), 0.97, "told in the past, up to the article's day"),
    }
}

/// The present perfect: done by now; of what may last, only the beginning is told.
fn perfect(found: &Found, standing: Standing<'_>, speech: DateRange) -> Told {
    if standing.lead && standing.is_main() && !standing.own_words && found.modality != Modality::Negated {
        let why = "no time is given; the news that the article opens with";
        return Told { bounds: Bounds::within(speech), confidence: 0.75, why, news: true };
    }
    let point = found.class == EventClass::Aspectual && !lexicon::goes_on(&found.lemma);
    let telic = point || matches!(found.class, EventClass::Reporting | EventClass::IAction | EventClass::Perception);
    let bounds = if telic { Bounds::up_to(speech) } else { Bounds::begun_by(speech) };
    Told { bounds, confidence: 0.97, why: "told as done by the article's day", news: false }
}

/// Verbs that set a piece of news beside another.
const RELATES: [&str; 4] = ["come", "follow", "mark", "bring"];

fn present(found: &Found, standing: Standing<'_>, speech: DateRange) -> Told {
    let told = |bounds, confidence, why| Told { bounds, confidence, why, news: false };
    match found.class {
        EventClass::Occurrence if standing.vivid => {
            told(Bounds::up_to(speech), 0.85, "told as in a headline: in the present tense, of what has happened")
        }
        _ if standing.looks_ahead() && standing.clause == Some(ClauseKind::Adverbial) => {
            told(Bounds::after(speech), 0.75, "a condition still to come")
        }
        EventClass::Reporting if standing.is_main() && found.quote.is_none() => {
            told(Bounds::within(speech), 0.6, "no time is given; news reports what is said on its day")
        }
        EventClass::IState if standing.finite && standing.attitude => {
            told(Bounds::within(speech), 0.9, "an attitude on the article's day")
        }
        // "The violence comes a day after the vote", "the move follows a strike": of the news of the day.
        _ if RELATES.contains(&found.lemma.as_ref()) && standing.relates => {
            told(Bounds::during(speech), 0.9, "told of the news of the article's day")
        }
        // "the road is blocked": done by then; whether it is so still, the form leaves open.
        EventClass::Occurrence if standing.passive => {
            told(Bounds::begun_by(speech), 0.9, "told as done by the article's day")
        }
        EventClass::State | EventClass::IState | EventClass::Occurrence => {
            told(Bounds::lasting(speech), 0.65, "told as so before and after the article's day")
        }
        _ => told(Bounds::during(speech), 0.65, "told as so on the article's day"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::fixture;

    #[test]
    fn a_form_bounds_what_it_does_not_date() {
        for (text, expected) in [
            ("He/PRP said/VBD nothing/NN ./.", "said 2026-01-08"),
            ("The/DT army/NN has/VBZ blocked/VBN the/DT road/NN ./.", "blocked …/…"),
            ("The/DT army/NN had/VBD blocked/VBN the/DT road/NN ./.", "blocked …/2026-01-08"),
            ("The/DT army/NN blocked/VBD the/DT road/NN ./.", "blocked …/2026-01-08"),
            ("The/DT army/NN will/MD block/VB the/DT road/NN ./.", "block 2026-01-09/…"),
            ("The/DT grave/NN may/MD hold/VB two/CD men/NNS ./.", "hold …/…"),
        ] {
            let article = fixture("2026-01-08", text);
            let begin = article.find().0.first().and_then(|m| m.date.clone()).map(|d| d.begin);
            let found = article.dated_mentions();
            if expected.ends_with("…/…") {
                assert_eq!(begin.and_then(|b| b.latest), "2026-01-08".parse().ok(), "{text}");
                continue;
            }
            assert_eq!(found.first().map(String::as_str), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_goes_before_or_along_is_not_news_of_the_day() {
        for (text, expected) in [
            ("The/DT move/NN was/VBD expected/VBN after/IN police/NNS said/VBD so/RB ./.", "said …/2026-01-08"),
            ("Police/NNS said/VBD so/RB ./.", "said 2026-01-08"),
            (
                "The/DT city/NN is/VBZ sending/VBG boats/NNS as/IN the/DT mayor/NN blocked/VBD the/DT road/NN ./.",
                "blocked …/2026-01-08",
            ),
            ("They/PRP left/VBD when/WH the/DT army/NN blocked/VBD the/DT road/NN ./.", "blocked …/2026-01-07"),
        ] {
            let dated = fixture("2026-01-08", text).dated_mentions();
            assert!(dated.contains(&expected.to_owned()), "{text}: {dated:?}");
        }
    }

    #[test]
    fn a_verb_without_tense_takes_its_time_from_its_governor() {
        let tried = fixture("2026-01-08", "He/PRP tried/VBD to/TO leave/VB on/IN Monday/NNP=2026-01-05 ./.");
        assert_eq!(tried.dated_mentions(), ["tried 2026-01-05", "leave 2026-01-05"]);
        let plans = fixture("2026-01-08", "He/PRP plans/VBZ to/TO leave/VB ./.");
        assert_eq!(plans.dated_mentions().last().map(String::as_str), Some("leave 2026-01-09/…"));
        let hearsay = fixture("2026-01-08", "He/PRP was/VBD said/VBN to/TO be/VB carrying/VBG a/DT letter/NN ./.");
        assert_eq!(hearsay.dated_mentions().last().map(String::as_str), Some("carrying open"));
    }

    #[test]
    fn a_governing_verb_says_when_what_it_governs_happens() {
        for (text, expected) in [
            // Of the past, if at all; begun before the article's day.
            ("The/DT dam/NN could/MD have/VB burst/VBN ./.", "burst …;…"),
            ("The/DT river/NN has/VBZ been/VBN rising/VBG ./.", "rising …;…"),
            // Done by the day, but perhaps no longer so.
            ("The/DT road/NN is/VBZ blocked/VBN ./.", "blocked …;…"),
            // Harm done is told in the present tense, as in a headline; a rule is not.
            ("A/DT guard/NN is/VBZ killed/VBN when/WH a/DT bomb/NN explodes/VBZ ./.", "explodes …;…"),
            ("A/DT guard/NN is/VBZ paid/VBN when/WH a/DT month/NN ends/VBZ ./.", "ends 2026-01-09;2026-01-09"),
            // What is sought may begin at once.
            ("He/PRP is/VBZ seeking/VBG to/TO mediate/VB ./.", "mediate 2026-01-08;2026-01-08"),
            ("They/PRP called/VBD police/NNS to/TO help/VB ./.", "help undated"),
            // It may be so already.
            ("The/DT guards/NNS will/MD serve/VB ./.", "serve 2026-01-08;2026-01-08"),
            // It is so already, and goes on.
            ("The/DT guards/NNS will/MD stay/VB ./.", "stay …;2026-01-09"),
            ("They/PRP intend/VBP to/TO keep/VB it/PRP ./.", "keep …;2026-01-09"),
            ("They/PRP remained/VBD ./.", "remained …;…"),
            ("It/PRP can/MD begin/VB ./.", "begin 2026-01-08;2026-01-08"),
            ("The/DT two/CD might/MD belong/VB ./.", "belong …;2026-01-08"),
            ("He/PRP pledged/VBD on/IN Monday/NNP=2026-01-05 to/TO serve/VB ./.", "serve 2026-01-05;2026-01-05"),
            ("They/PRP will/MD continue/VB to/TO search/VB ./.", "search …;2026-01-09"),
            // Ahead of the article's day.
            ("He/PRP is/VBZ considering/VBG moving/VBG ./.", "moving 2026-01-09;2026-01-09"),
            // Ahead of a day in the past that nobody names.
            ("The/DT mayor/NN invited/VBD them/PRP to/TO come/VB ./.", "come undated"),
            ("The/DT fence/NN is/VBZ meant/VBN to/TO stop/VB deer/NNS ./.", "stop undated"),
            ("The/DT jet/NN was/VBD due/JJ to/TO fly/VB ./.", "fly undated"),
            ("The/DT jet/NN is/VBZ due/JJ to/TO fly/VB ./.", "fly 2026-01-09;2026-01-09"),
            // What somebody else does, seen or allowed.
            ("They/PRP saw/VBD two/CD balls/NNS fall/VBP ./.", "fall …;…"),
            ("They/PRP hear/VBP prices/NNS will/MD fall/VB ./.", "fall 2026-01-09;2026-01-09"),
        ] {
            let article = fixture("2026-01-08", text);
            let (mentions, ..) = article.find();
            let last = mentions.last().unwrap();
            let show = |d: Option<chrono::NaiveDate>| d.map_or("…".to_owned(), |d| d.to_string());
            let when = last
                .date
                .as_ref()
                .map_or("undated".to_owned(), |d| format!("{};{}", show(d.begin.earliest), show(d.end.earliest)));
            assert_eq!(format!("{} {when}", last.span.of(&article.article.text)), expected, "{text}");
        }
    }

    #[test]
    fn what_was_said_in_a_paragraph_of_long_ago_may_be_as_old() {
        for (text, expected) in [
            (
                "She/PRP joined/VBD the/DT board/NN in/IN 2015/CD=2015 ./.\nShe/PRP warned/VBD them/PRP of/IN losses/NNS ./.",
                "warned …/2026-01-08",
            ),
            (
                "She/PRP joined/VBD the/DT board/NN in/IN 2015/CD=2015 ./.\n\nShe/PRP warned/VBD them/PRP of/IN losses/NNS ./.",
                "warned 2026-01-08",
            ),
            (
                "She/PRP left/VBD on/IN Thursday/NNP=2026-01-08 ./.\nShe/PRP warned/VBD them/PRP of/IN losses/NNS ./.",
                "warned 2026-01-08",
            ),
        ] {
            let dated = fixture("2026-01-08", text).dated_mentions();
            assert!(dated.contains(&expected.to_owned()), "{text}: {dated:?}");
        }
    }

    #[test]
    fn when_after_a_time_tells_what_happened_then() {
        let article = fixture(
            "2026-03-03",
            "It/PRP is/VBZ the/DT worst/JJS incident/NN since/IN November/NNP=1987-11 ,/. when/WH the/DT ferry/NN ran/VBD aground/RB and/CC two/CD men/NNS died/VBD ./.",
        );
        let dated = article.dated_mentions();
        assert!(dated.contains(&"ran 1987-11-01/1987-11-28".to_owned()), "{dated:?}");
    }

    #[test]
    fn a_relative_clause_is_told_of_its_noun() {
        let article = fixture(
            "2026-03-17",
            "The/DT inquiry/NN ,/. which/WH opened/VBD on/IN March/NNP=2026-03-09 ,/. continues/VBZ ./.",
        );
        assert!(article.titles().contains(&"2026-03-09 Inquiry opened".to_owned()), "{:?}", article.titles());
    }

    #[test]
    fn a_dateline_is_no_part_of_its_sentence() {
        let article = fixture(
            "2026-03-17",
            "HARLE/NNP (/. Northern/NNP Wire/NNP )/. ,/. March/NNP=2026-03-17 —/. The/DT director/NN resigned/VBD on/IN Monday/NNP=2026-03-16 ./.",
        );
        assert_eq!(article.titles(), ["2026-03-16 Director resigned"]);
    }
}

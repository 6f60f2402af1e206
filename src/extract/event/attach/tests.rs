//! Which word a time belongs to: cases by what stands between them.

use super::super::testing::fixture;

#[test]
fn a_time_is_of_the_word_that_happens_then() {
    for (text, expected) in [
        // Behind a comma and before the clause's verb.
        (
            "The/DT king/NN ,/. facing/VBG protests/NNS ,/. today/NN=2026-01-08 sought/VBD help/NN ./.",
            "sought 2026-01-08",
        ),
        // Between commas behind what joins a verb to another.
        (
            "Ward/NNP left/VBD because/IN she/PRP was/VBD ill/JJ and/CC ,/. on/IN June/NNP=2025-06-30 ,/. had/VBD sold/VBN shares/NNS ./.",
            "sold 2025-06-30",
        ),
        (
            "It/PRP has/VBZ tools/NNS to/TO let/VB users/NNS vote/VB and/CC in/IN 2025/CD=2025 ,/. the/DT firm/NN changed/VBD them/PRP ./.",
            "changed 2025-01-01/2025-12-31",
        ),
        // Which thing is meant, and which time is not.
        ("The/DT firm/NN grew/VBD with/IN April/NNP=2025-04 's/POS estimate/NN ./.", "grew …/2026-01-08"),
        ("Prices/NNS fell/VBD outside/IN of/IN 2025/CD=2025 ./.", "fell …/2026-01-08"),
        (
            "It/PRP fell/VBD in/IN the/DT most/RBS shameful/JJ weekend/NN for/IN unrest/NN since/IN 2011/CD=2011 ./.",
            "fell …/2026-01-08",
        ),
        // What is spoken of lies behind what is said of it.
        (
            "The/DT union/NN stopped/VBD ,/. blaming/VBG a/DT strike/NN in/IN May/NNP=2025-05 ./.",
            "strike 2025-05-01/2025-05-28",
        ),
        // Where somebody has a seat is no happening.
        ("They/PRP picked/VBD Oslo/NNP based/VBN Nordvik/NNP on/IN Monday/NNP=2026-01-05 ./.", "picked 2026-01-05"),
        // A participle in the subject has it before the clause's verb.
        (
            "Migrants/NNS crossing/VBG the/DT sea/NN last/JJ year/NN=2025 drove/VBD claims/NNS up/RB ./.",
            "crossing 2025-01-01/2025-12-31",
        ),
        // Before a clause that tells of the subject, a time is the main verb's.
        (
            "In/IN May/NNP=2025-05 officers/NNS who/WH had/VBD searched/VBN for/IN him/PRP gave/VBD up/RP ./.",
            "gave 2025-05-01/2025-05-28",
        ),
        // Words behind "according to" have their own.
        (
            "The/DT mayor/NN has/VBZ allocated/VBN funds/NNS ,/. according/VBG to/TO a/DT report/NN Tuesday/NNP=2026-01-06 ./.",
            "report 2026-01-06",
        ),
        // What comes of a day's happening is of that day.
        (
            "The/DT slope/NN slid/VBD on/IN Monday/NNP=2026-01-05 ,/. ripping/VBG two/CD houses/NNS apart/RB ./.",
            "ripping 2026-01-05",
        ),
        // In an apposition to the subject it is its noun's.
        (
            "His/PRP$ match/NN ,/. a/DT draw/NN at/IN Vik/NNP on/IN Monday/NNP=2026-01-05 ,/. ended/VBD in/IN jeers/NNS ./.",
            "draw 2026-01-05",
        ),
        (
            "Its/PRP$ results/NNS ,/. due/JJ on/IN March/NNP=2026-03-03 ,/. will/MD be/VB delayed/VBN ./.",
            "delayed 2026-01-09/…",
        ),
        // Behind what a time is called stands the verb of its clause.
        (
            "They/PRP used/VBD it/PRP and/CC in/IN 1976/CD=1976 ,/. a/DT dry/JJ year/NN ,/. the/DT firm/NN shut/VBD it/PRP ./.",
            "shut 1976-01-01/1976-12-31",
        ),
        // What was not done until then was done then.
        ("The/DT contract/NN was/VBD not/RB awarded/VBN until/IN May/NNP=2025-05 ./.", "awarded 2025-05-01/2025-05-28"),
        // What is warned of is not of the warning's day.
        ("They/PRP warned/VBD of/IN the/DT attack/NN on/IN Monday/NNP=2026-01-05 ./.", "warned 2026-01-05"),
        // How far something has moved since a time dates nothing.
        (
            "It/PRP put/VBD them/PRP on/IN 34/CD percent/NN ,/. up/RB five/CD points/NNS since/IN May/NNP=2025-05 ./.",
            "put …/2026-01-08",
        ),
        // The first of two verbs does not have the second's year.
        (
            "Ward/NNP studied/VBD at/IN Leeds/NNP and/CC took/VBD her/PRP$ doctorate/NN in/IN 1961/CD=1961 ./.",
            "studied …/2026-01-08",
        ),
        ("Ward/NNP was/VBD tried/VBN and/CC jailed/VBN in/IN 1961/CD=1961 ./.", "tried 1961-01-01/1961-12-31"),
        ("The/DT leaders/NNS met/VBD and/CC signed/VBD a/DT pact/NN on/IN Monday/NNP=2026-01-05 ./.", "met 2026-01-05"),
        // What figures are of, or other figures were told, is not when it happened.
        ("Nordvik/NNP cut/VBD its/PRP$ outlook/NN for/IN 2026/CD=2026 ./.", "cut …/2026-01-08"),
        (
            "Profit/NN fell/VBD to/TO 212/CD million/CD from/IN 241/CD million/CD earlier/RB=2025 ./.",
            "fell …/2026-01-08",
        ),
        // What a movement came to, and what happened as it came to it.
        (
            "Marsh/NNP scored/VBD as/IN City/NNP came/VBD back/RB to/TO draw/VB on/IN Monday/NNP=2026-01-05 ./.",
            "scored 2026-01-05",
        ),
        // Verbs joined with one that is planned for a day.
        (
            "Voters/NNS will/MD decide/VB on/IN Friday/NNP=2026-01-09 and/CC elect/VB a/DT sheriff/NN ./.",
            "elect 2026-01-09",
        ),
        // A past tense that looks like a participle.
        ("Heron/NNP looked/VBD there/RB on/IN Monday/NNP=2026-01-05 but/CC found/VBN none/NN ./.", "found 2026-01-05"),
        // A past form that tells of a noun.
        (
            "Shares/NNS rose/VBD ,/. leaving/VBG the/DT index/NN near/IN the/DT high/NN set/VBD in/IN May/NNP=2025-05 ./.",
            "rose …/2026-01-08",
        ),
        // No past verb has a day to come.
        (
            "Leaders/NNS promised/VBD a/DT vote/NN next/JJ year/NN=2027 after/IN delegates/NNS agreed/VBD ./.",
            "agreed …/2026-01-08",
        ),
        // What is planned now is for later.
        (
            "The/DT firm/NN is/VBZ planning/VBG a/DT launch/NN for/IN March/NNP=2026-03 ./.",
            "launch 2026-03-01/2026-03-28",
        ),
        // A time right behind "that" is of what is said.
        (
            "Ward/NNP claimed/VBD that/IN on/IN Monday/NNP=2026-01-05 ,/. two/CD jets/NNS took/VBD off/RP ./.",
            "took 2026-01-05",
        ),
        // "It was …" only lifts a word out.
        (
            "In/IN 2015/CD=2015 ,/. it/PRP was/VBD Reyes/NNP who/WH hired/VBD them/PRP ./.",
            "hired 2015-01-01/2015-12-31",
        ),
        ("It/PRP was/VBD on/IN Monday/NNP=2026-01-05 that/IN the/DT bridge/NN fell/VBD ./.", "fell 2026-01-05"),
        // What is so now was not so in the past that its subject is of.
        ("The/DT long/JJ report/NN of/IN 2023/CD=2023 shows/VBZ losses/NNS ./.", "shows open"),
        // One who said goes on saying.
        (
            "A/DT spokesman/NN says/VBZ that/IN talks/NNS go/VBP on/RP but/CC added/VBD that/IN they/PRP may/MD fail/VB ./.",
            "added 2026-01-08",
        ),
        // A past day is that of the decision.
        ("The/DT firm/NN agreed/VBD to/TO sell/VB the/DT mine/NN on/IN Monday/NNP=2026-01-05 ./.", "agreed 2026-01-05"),
        (
            "The/DT firm/NN raised/VBD its/PRP$ offer/NN to/TO buy/VB the/DT mine/NN on/IN Monday/NNP=2026-01-05 ./.",
            "raised 2026-01-05",
        ),
        ("The/DT firms/NNS voted/VBD to/TO sell/VB the/DT mine/NN on/IN Monday/NNP=2026-01-05 ./.", "voted 2026-01-05"),
        // Unless the decision has its own time.
        (
            "Last/JJ year/NN=2025 they/PRP called/VBD on/IN men/NNS to/TO gather/VB on/IN Thursday/NNP=2026-01-08 ./.",
            "gather 2026-01-08",
        ),
        // Somebody is accused today of what was done then.
        (
            "Reed/NNP is/VBZ accused/VBN of/IN hitting/VBG a/DT man/NN on/IN Monday/NNP=2026-01-05 ./.",
            "accused 2026-01-08",
        ),
        // What is so today was not so in a year gone by.
        (
            "The/DT state/NN owes/VBZ money/NN for/IN the/DT flood/NN in/IN 2007/CD=2007 ./.",
            "flood 2007-01-01/2007-12-31",
        ),
        // A time behind a dash opens what follows.
        (
            "Vik/NNP offers/VBZ room/NN —/. in/IN May/NNP=2025-05 ,/. it/PRP hosted/VBD talks/NNS ./.",
            "hosted 2025-05-01/2025-05-28",
        ),
        // What figures are compared with or are of is not when they rose.
        ("Wages/NNS rose/VBD more/RBR than/IN in/IN 2019/CD=2019 ./.", "rose …/2026-01-08"),
        ("Figures/NNS for/IN May/NNP=2025-05 extended/VBD a/DT fall/NN ./.", "extended …/2026-01-08"),
        // What may have come did not on a day to come.
        (
            "With/IN a/DT vote/NN due/JJ on/IN Friday/NNP=2026-01-09 it/PRP could/MD have/VB come/VBN sooner/RB ./.",
            "vote 2026-01-09",
        ),
        // What somebody was met doing, and what people meet for.
        ("He/PRP was/VBD found/VBN clinging/VBG to/TO a/DT mast/NN Monday/NNP=2026-01-05 ./.", "found 2026-01-05"),
        (
            "They/PRP will/MD meet/VB to/TO discuss/VB the/DT leaks/NNS on/IN Friday/NNP=2026-01-09 ./.",
            "meet 2026-01-09",
        ),
        // What tells of the subject dates nothing that it did.
        ("Adams/NNP ,/. a/DT winner/NN here/RB in/IN 2012/CD=2012 ,/. lost/VBD ./.", "lost …/2026-01-08"),
        (
            "Plans/NNS ,/. the/DT first/JJ in/IN May/NNP=2025-05 and/CC the/DT last/JJ in/IN June/NNP=2025-06 ,/. failed/VBD ./.",
            "failed …/2026-01-08",
        ),
        ("Adams/NNP ,/. a/DT lawyer/NN ,/. lost/VBD in/IN June/NNP=2025-06 ./.", "lost 2025-06-01/2025-06-28"),
        // A year that tells which thing is meant dates the happening that it names, or nothing.
        (
            "Crews/NNS rebuilt/VBD it/PRP after/IN devastating/VBG 2024/CD=2024 fires/NNS ./.",
            "fires 2024-01-01/2024-12-31",
        ),
        ("Crews/NNS rebuilt/VBD the/DT original/JJ 1922/CD=1922 stone/NN bridge/NN ./.", "rebuilt …/2026-01-08"),
        // What is done on a way to come is done then at the earliest.
        ("He/PRP will/MD sail/VB there/RB on/IN Friday/NNP=2026-01-09 to/TO sign/VB it/PRP ./.", "sign 2026-01-09/…"),
        // What was done at another time than what it bounds has not its time.
        (
            "In/IN a/DT talk/NN since/IN taking/VBG office/NN in/IN May/NNP=2025-05 ,/. he/PRP backed/VBD it/PRP ./.",
            "backed …/2026-01-08",
        ),
        ("By/IN taking/VBG Vik/NNP in/IN May/NNP=2025-05 ,/. he/PRP won/VBD it/PRP ./.", "won 2025-05-01/2025-05-28"),
        // What is published says so from then on.
        (
            "Its/PRP$ report/NN ,/. published/VBN in/IN May/NNP=2025-05 ,/. found/VBD leaks/NNS ./.",
            "found 2025-05-01/2025-05-28",
        ),
        ("Its/PRP$ ship/NN ,/. built/VBN in/IN May/NNP=2025-05 ,/. sank/VBD ./.", "sank …/2026-01-08"),
        // A day of the Games is that of what was won at them.
        (
            "He/PRP won/VBD the/DT last/JJ race/NN of/IN the/DT Games/NNS on/IN Friday/NNP=2026-01-02 ./.",
            "won 2026-01-02",
        ),
        // What is moved is no happening of the day it is moved to.
        ("The/DT deadline/NN was/VBD pushed/VBN to/TO June/NNP=2025-06 ./.", "pushed …/2026-01-08"),
        ("The/DT cart/NN was/VBD pushed/VBN in/IN June/NNP=2025-06 ./.", "pushed 2025-06-01/2025-06-28"),
        ("The/DT bank/NN 's/POS next/JJ meeting/NN is/VBZ Friday/NNP=2026-01-09 ./.", "meeting 2026-01-09"),
        // Behind what is said aside of the object, a second time is that of the main clause.
        (
            "Vik/NNP will/MD meet/VB Harle/NNP ,/. who/WH play/VBP on/IN Friday/NNP=2026-01-09 ,/. in/IN the/DT final/NN on/IN May/NNP=2026-05-16 ./.",
            "meet 2026-05-16",
        ),
        (
            "Vik/NNP will/MD meet/VB Harle/NNP ,/. who/WH play/VBP on/IN Friday/NNP=2026-01-09 ,/. in/IN the/DT final/NN ./.",
            "meet 2026-01-09/…",
        ),
        // A day to come that opens the clause is not that of planning.
        ("On/IN Friday/NNP=2026-01-09 the/DT league/NN plans/VBZ to/TO vote/VB ./.", "vote 2026-01-09"),
        // One still to come is that of what was decided.
        ("The/DT firm/NN agreed/VBD to/TO sell/VB the/DT mine/NN on/IN Friday/NNP=2026-01-09 ./.", "sell 2026-01-09"),
        // What is condemned lies farther back than what is news.
        ("Canada/NNP condemned/VBD the/DT attack/NN on/IN December/NNP=2025-12-02 ./.", "attack 2025-12-02"),
        ("Canada/NNP condemned/VBD the/DT attack/NN on/IN Wednesday/NNP=2026-01-07 ./.", "condemned 2026-01-07"),
        (
            "He/PRP died/VBD weeks/NNS after/IN news/NN of/IN his/PRP$ arrest/NN on/IN June/NNP=2025-06-02 ./.",
            "arrest 2025-06-02",
        ),
    ] {
        let dated = fixture("2026-01-08", text).dated_mentions();
        assert!(dated.contains(&expected.to_owned()), "{text}: {dated:?}");
    }
    let died = fixture(
        "2026-01-08",
        "He/PRP died/VBD weeks/NNS after/IN news/NN of/IN his/PRP$ arrest/NN on/IN June/NNP=2025-06-02 ./.",
    );
    assert!(!died.dated_mentions().contains(&"died 2025-06-02".to_owned()));
}

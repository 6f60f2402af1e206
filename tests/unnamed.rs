//! People and bodies that nobody names, and kin: who becomes an entity, and whom "he" and "his wife" mean then.

use crate::entity::{check, told};

#[test]
fn who_is_described_and_spoken_of_again_is_an_entity() {
    for (text, line) in [
        (
            "Mr. Moe left Lund. A rebel spokesman told reporters that he hoped for talks.",
            "Person rebel spokesman = ~rebel spokesman, *he",
        ),
        (
            "Mr. Moe left Lund. Police say a man got out of the car. Officers shot the man after he had fired.",
            "Person man = ~man, ~man, *he",
        ),
        (
            "The commander of the harbour guard said on Monday that nobody was hurt. He thanked the divers.",
            "Person commander = ~commander, *He",
        ),
        (
            "An artist based in Lund, is showing her sculptures. The artist came with her dog.",
            "Person artist = ~artist, *her, ~artist, *her",
        ),
        (
            "A spokesman for the state-run oil company was there. The oil company says it will grow.",
            "Organisation oil company = ~oil company, *it",
        ),
    ] {
        check(text, &[line]);
    }
}

#[test]
fn who_is_described_once_is_none() {
    let found = told("A rebel spokesman told reporters that talks had begun. Police found a man. The minister left.");
    assert_eq!(found, "");
}

#[test]
fn a_description_is_of_who_is_named_next() {
    check(
        "The inquiry heard its first witness, a farmer who lost two brothers. Joaquim Reis, 58, spoke for an hour.",
        &["Person Joaquim Reis = ~farmer, Joaquim Reis"],
    );
    check(
        "A farmer who lost two brothers spoke for an hour. Joaquim Reis, a lawyer, said nothing.",
        &["Person Joaquim Reis = Joaquim Reis; lawyer"],
    );
}

#[test]
fn who_turns_out_to_have_a_name_is_one_with_it() {
    for (text, line) in [
        (
            "In a recording, a man who identified himself as Omar Haddad thanked his friends.",
            "Person Omar Haddad = ~man, *himself, Omar Haddad, *his",
        ),
        (
            "Per Berg founded a political party called New Dawn in May.",
            "Organisation New Dawn = ~political party, New Dawn",
        ),
        (
            "Per Berg hired his brother for the work. The brother, Nils Berg, paints.",
            "Person Nils Berg = ~brother, Nils Berg",
        ),
    ] {
        check(text, &[line]);
    }
}

#[test]
fn kin_are_who_the_text_ties_to_the_owner() {
    for (text, line) in [
        (
            "Samuel Okoye wept. His wife, Dalila Reyes, smiled. Reyes said: “My husband wrote every day.”",
            "Person Samuel Okoye = Samuel Okoye, *His, ~husband",
        ),
        (
            "President Hosni Mubarak's son, Gamal, said he would not run. He denied that his father had ordered it.",
            "Person Hosni Mubarak = Hosni Mubarak, ~father; President",
        ),
        (
            "Marwan Haddad said he would not run. On Monday his wife filed papers on behalf of her husband.",
            "Person Marwan Haddad = Marwan Haddad, *he, *his, ~husband",
        ),
        (
            "Marwan Haddad said he would not run. On Monday his wife filed papers on behalf of her husband.",
            "Person wife = ~wife, *her",
        ),
    ] {
        check(text, &[line]);
    }
}

#[test]
fn a_title_tells_which_of_a_family_is_meant() {
    check(
        "President Hosni Mubarak stayed. Gamal Mubarak left. President Mubarak said he would run.",
        &["Person Hosni Mubarak = Hosni Mubarak, Mubarak, *he; President", "Person Gamal Mubarak = Gamal Mubarak"],
    );
}

#[test]
fn two_titled_people_stay_two() {
    check(
        "U.S. Secretary of State Ada Moe and British Foreign Secretary Jon Lie called for calm.",
        &["Person Ada Moe = Ada Moe; U.S. Secretary of State", "Person Jon Lie = Jon Lie; British Foreign Secretary"],
    );
}

#[test]
fn a_post_beside_its_holder_is_no_mention_of_its_own() {
    check(
        "Speaking in Lund, Norway's foreign minister, Per Moe, said no. Norway's ambassador to Sweden, Ada Lie, left.",
        &[
            "Person Per Moe = Per Moe; foreign minister of Norway",
            "Person Ada Lie = Ada Lie; Norway ambassador to Sweden",
        ],
    );
}

#[test]
fn a_name_before_a_thing_is_not_what_it_means() {
    check("The Airbus 380 will land when it is ready. It is large.", &["Organisation Airbus = Airbus"]);
    check("Airbus says it will build more.", &["Organisation Airbus = Airbus, *it"]);
    check("Airbus today showed its new plane.", &["Organisation Airbus = Airbus, *its"]);
}

#[test]
fn who_says_something_is_he_in_it() {
    check(
        "Fatah hopes for more, but Hamas has said it will refuse.",
        &["Organisation Hamas = Hamas, *it", "Organisation Fatah = Fatah"],
    );
    check("Mr. Moe telephoned Mr. Lie to congratulate him on his election.", &["Person Lie = Lie, *him, *his"]);
}

#[test]
fn who_is_only_spoken_of_in_quotes_or_named_at_once_is_nobody_unnamed() {
    check(
        "Per Moe recalled his friend. “He was the man who chose me. It was very hard,” he said.",
        &["Person Per Moe = Per Moe, *his, *he"],
    );
    check(
        "The first witness at the trial was detective Per Moe. He said the car was red.",
        &["Person Per Moe = Per Moe, *He; detective"],
    );
    let found =
        told("The first witness at the trial was Hawks head Major-Gen Per Moe, who led the inquiry. He said it ended.");
    assert!(!found.contains("witness") && found.contains("*He"), "{found}");
}

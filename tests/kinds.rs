//! What kind of thing a name is, told by the whole article.

use super::entity::{check, told};

#[test]
fn where_nothing_ever_is_is_no_place() {
    for (text, entity) in [
        (
            "Veltra's chief executive spoke first. Runners who use Veltra liked the change. Veltra costs more now.",
            "Organisation Veltra = Veltra, Veltra, Veltra",
        ),
        ("Police blame the extremist group Harkat-e-Sufin.", "Organisation Harkat-e-Sufin = Harkat-e-Sufin"),
        ("The store was sold to Nordicorp, a holding company.", "Organisation Nordicorp = Nordicorp"),
        ("Nvidia’s into nation building.", "Organisation Nvidia = Nvidia"),
    ] {
        check(text, &[entity]);
    }
    for text in [
        "Two people died in Veltra. The mayor of the village called for calm. Veltra has 300 houses.",
        "He came to Veltra, Ukraine, by train. Veltra was dark.",
        "Boats left Rome, Veltra and Naples. Veltra is small.",
    ] {
        assert!(!told(text).contains("Organisation Veltra"), "{}", told(text));
    }
}

#[test]
fn common_abbreviations_are_nobody() {
    for text in [
        "Shops buy AI, and AI sells well. Their owners trust AI.",
        "Robotic process automation (RPA) is back. Vendors of RPA are glad that RPA lives.",
        "THIS IS A LIVE BLOG. SCROLL DOWN.",
    ] {
        assert_eq!(told(text), "", "{text}");
    }
    check("Ola Moe leads the national electoral commission (NEC). The NEC met.", &["Person Ola Moe = Ola Moe"]);
}

#[test]
fn the_game_tells_that_a_club_is_meant() {
    for (text, club) in [
        ("Okafor scored as Harlow Athletic won. Harlow climb to fifth after the 3-2 win.", "Harlow Athletic"),
        ("Lund beat Brentwood City 3-2. Brentwood City lost again.", "Brentwood City"),
        ("He is on loan from Leicester City, who lost 1-0.", "Leicester City"),
    ] {
        let found = told(text);
        assert!(found.lines().any(|line| line.starts_with(&format!("Organisation {club} ="))), "{club} in:\n{found}");
    }
    for text in ["The town lies near Brentwood City. Brentwood City has a mayor.", "Norway beat Sweden 3-2 in Oslo."] {
        assert!(!told(text).contains("Organisation"), "{}", told(text));
    }
}

#[test]
fn whom_somebody_works_for_is_a_body() {
    check("Analyst Priya Raman of Morningstar said the price was steep.", &["Organisation Morningstar = Morningstar"]);
    check("His widow told Caixin that he was ill.", &["Organisation Caixin = Caixin"]);
    check(
        "Last week the Jinan Intermediate People's Court sentenced him to death.",
        &["Organisation Jinan Intermediate People's Court = Jinan Intermediate People's Court"],
    );
}

#[test]
fn shares_are_no_bodies() {
    for text in ["Corvane Foods Inc. (NASDAQ: CRVN) rose.", "Corvane Foods Inc. (CRVN.N) rose."] {
        assert!(!told(text).contains("Organisation CRVN"), "{}", told(text));
    }
}

#[test]
fn a_bare_name_is_of_the_whole_ones_kind() {
    check(
        "The offices at 180 Kent Street are full. She said 180 Kent is old.",
        &["Place Kent Street = Kent Street, Kent"],
    );
    check(
        "Virginia Lunde came from France. Lunde said she was tired. In Virginia it rained.",
        &["Person Virginia Lunde = Virginia Lunde, Lunde, *she"],
    );
    check(
        "The deal was signed by Boeing and Sunflot. Planes go to Sunflot soon.",
        &["Organisation Sunflot = Sunflot, Sunflot"],
    );
    let notes = "The notes are made in Fort Worth and in Washington, D.C. Notes from Washington D.C. say so.";
    assert!(!told(notes).contains("= Washington D.C."), "{}", told(notes));
}

#[test]
fn well_known_firms_are_no_people_and_no_places() {
    for (text, firm) in [
        ("Dunelm sells it for less.", "Dunelm"),
        ("Officials at Aeroflot want it.", "Aeroflot"),
        ("The paper Dagens Nyheter wrote first.", "Dagens Nyheter"),
        ("Police blame Jaish-e-Mohammed.", "Jaish-e-Mohammed"),
    ] {
        let found = told(text);
        assert!(found.contains(&format!("Organisation {firm} = ")), "{found}");
    }
}

#[test]
fn prizes_work_and_papers_are_no_people_and_no_party() {
    for (text, name) in [
        ("Ada Lind won the Hartmann prize on Monday.", "Hartmann"),
        ("Labour market data are due on Monday.", "Labour"),
        ("Ada Lind told the Lund Echo that she was glad.", "Person Lund Echo"),
    ] {
        assert!(!told(text).contains(name), "{}", told(text));
    }
    assert!(told("Labour wants more.").contains("Organisation Labour"));
    assert!(told("He told Ada Lind of it.").contains("Person Ada Lind"));
}

#[test]
fn whom_a_verb_gives_a_post_has_it() {
    for (text, line) in [
        ("The emir has named Nasser Moe oil minister.", "Person Nasser Moe = Nasser Moe; oil minister"),
        ("The assembly elected Per Moe vice president on Monday.", "Person Per Moe = Per Moe; vice president"),
        // A headline's last word is no title of the name below.
        ("Lind is new adviser\nGovernor Per Moe named her.", "Person Per Moe = Per Moe; Governor"),
    ] {
        check(text, &[line]);
    }
}

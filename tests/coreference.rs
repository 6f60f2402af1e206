//! Whom "he", "the group" and "his client" mean, where the nearest name is the wrong one.

use super::entity::{check, told};

#[test]
fn who_says_it_is_not_who_is_told_of() {
    for (text, line) in [
        (
            "Mayor Per Lie's spokesman, Ola Moe, read it out. \"The mayor will go,\" he said.",
            "Person Ola Moe = Ola Moe, *he; spokesman of Mayor Per Lie",
        ),
        (
            "The chairman, Ola Moe, said two men were held. The panel will question Per Lie, he added.",
            "Person Ola Moe = Ola Moe, *he; chairman",
        ),
    ] {
        check(text, &[line]);
    }
}

#[test]
fn a_client_is_whose_lawyer_speaks() {
    check(
        "Per Lie's barrister, Hugo Lomax, said his client was at home with his wife.",
        &["Person Per Lie = Per Lie, ~client, *his", "Person Hugo Lomax = Hugo Lomax, *his; barrister of Per Lie"],
    );
}

#[test]
fn a_word_for_any_body_is_the_one_told_of_now() {
    for (text, line) in [
        (
            "Kestrel Foods Inc. said it would buy Nordlys, the Danish maker of fish. The company will pay in cash.",
            "Organisation Kestrel Foods Inc. = Kestrel Foods Inc., *it, ~company",
        ),
        (
            "He left the Lund Health Group. Rain fell.\nNobody came.\nThe sun rose.\nThe night fell.\nThe doses ran out, \
             according to Terrafin Inc.\nThe group's head said so.",
            "Organisation Terrafin Inc. = Terrafin Inc., ~group",
        ),
        (
            "Etco Inc. builds rockets. \"We rode with Google,\" the company's chief, Per Lie, said.",
            "Organisation Etco Inc. = Etco Inc., ~company",
        ),
    ] {
        check(text, &[line]);
    }
}

#[test]
fn two_together_are_not_it() {
    let found = told("Lidl and Tesco are its largest customers.");
    assert!(!found.contains("*its"), "{found}");
}

#[test]
fn the_second_word_for_a_post_is_of_its_trade() {
    check(
        "Inspector Carol Hughes was there first. The officer told the court that she was not alone.",
        &["Person Carol Hughes = Carol Hughes, ~officer, *she; Inspector"],
    );
}

#[test]
fn a_real_name_is_the_same_persons() {
    for text in [
        "Napoleon Bravo fled. The charge against Bravo, whose real name is Jose Ovidio Cuesta, stems from 2004.",
        "Napoleon Bravo, born Jose Ovidio Cuesta, fled.",
    ] {
        assert_eq!(told(text).matches("Person").count(), 1, "{}", told(text));
    }
    assert_eq!(told("Napoleon Bravo, who knows Jose Ovidio Cuesta, fled.").matches("Person").count(), 2);
}

#[test]
fn the_company_is_the_only_one_of_its_sentence() {
    check(
        "Lund Airlines waits for its planes. In a statement on the Airbus website, the company said that it was sorry.",
        &["Organisation Airbus = Airbus, ~company, *it"],
    );
}

#[test]
fn a_woman_told_of_is_she_and_not_the_man_ahead() {
    check(
        "Ms. Rikke Moe arrived on Monday. Ahead of her visit, Ehud Olmert said he was glad.",
        &["Person Rikke Moe = Rikke Moe, *her"],
    );
}

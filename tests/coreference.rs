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

#[test]
fn headlines_leave_the_article_out() {
    for (text, line) in [
        (
            "Mayor of old town quits\nThe mayor of Lund, Per Moe, said so on Monday.",
            "Person Per Moe = ~Mayor, Per Moe; mayor of Lund",
        ),
        (
            "Court frees journalist after months\nLUND – A court freed Ada Lind, a journalist, on Monday.",
            "Person Ada Lind = ~journalist, Ada Lind; journalist",
        ),
        (
            "Former welder tells of leak\nA former welder told the panel on Monday that he saw it.",
            "Person welder = ~welder, ~former welder, *he",
        ),
        // Of two who have the post it is neither.
        (
            "Minister resigns\nRain fell on Health Minister Per Moe and Foreign Minister Ada Lind.",
            "Person Per Moe = Per Moe; Health Minister",
        ),
        // Before another noun it is none of its own.
        ("Company chief resigns\nEtco Inc. is in Lund.", "Organisation Etco Inc. = Etco Inc."),
    ] {
        check(text, &[line]);
    }
}

#[test]
fn who_is_judged_is_told_of_in_what_follows() {
    for (text, line) in [
        ("Ortiz criticised Per Moe, saying he had failed.", "Person Per Moe = Per Moe, *he"),
        ("Lars Lund thanked Per Moe, saying he was glad.", "Person Lars Lund = Lars Lund, *he"),
        ("The law will give Per Moe the power to do his job, Ola Lund said.", "Person Per Moe = Per Moe, *his"),
    ] {
        check(text, &[line]);
    }
}

#[test]
fn words_in_marks_go_on_about_the_same() {
    check(
        "Per Moe wept. His wife, Ada Lind, said: “He asked for shoes. For months he had none.”",
        &["Person Per Moe = Per Moe, *His, *He, *he"],
    );
}

#[test]
fn a_lost_post_is_whose_loss_was_told() {
    check(
        "Deposed President Per Moe left Lund. President Ola Berg stays. The deposed president's friends say he was ill.",
        &["Person Per Moe = Per Moe, ~deposed president, *he; President"],
    );
}

#[test]
fn a_post_behind_the_body_it_is_at() {
    check(
        "Per Moe believes that more were there. The U.N. investigator said he was sure.",
        &["Person Per Moe = Per Moe, ~investigator, *he"],
    );
}

#[test]
fn a_body_once_many_stays_so() {
    for (text, line) in [
        (
            "Etco Inc. showed their new phone. In addition to it, they have sold a house.",
            "Organisation Etco Inc. = Etco Inc., *their, *they",
        ),
        // Others come between.
        ("Etco Inc. showed their new phone. Buyers say they like it.", "Organisation Etco Inc. = Etco Inc., *their"),
    ] {
        check(text, &[line]);
    }
}

#[test]
fn a_fathers_name_is_not_the_sons() {
    check(
        "Sheikh Nasser bin Khalid al-Rashid came. He is a nephew of Sheikh Khalid.",
        &["Person Khalid = Khalid; Sheikh"],
    );
}

#[test]
fn a_kind_that_opens_the_sentence_is_the_subject_of_the_one_before() {
    check(
        "Northgate Bank has hired Ellis & Co to look at Carver Bank. The bank said it was sorry.",
        &["Organisation Northgate Bank = Northgate Bank, ~bank, *it"],
    );
    check(
        "The regulator, the Lund Authority, said it was glad.",
        &["Organisation Lund Authority = Lund Authority, *it"],
    );
    check("Ada Lind beat Per Moe. The pianist, who won in Lund, wept.", &["Person Ada Lind = Ada Lind, ~pianist"]);
}

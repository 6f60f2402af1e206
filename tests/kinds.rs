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
        "The firm sells AI to shops, and AI sells itself. Its CEO trusts AI.",
        "Robotic process automation (RPA) is back. Vendors of RPA are glad that RPA lives.",
        "THIS IS A LIVE BLOG. SCROLL DOWN.",
    ] {
        assert_eq!(told(text), "", "{text}");
    }
    check("Ola Moe leads the national electoral commission (NEC). The NEC met.", &["Person Ola Moe = Ola Moe"]);
}

//! What class names, ids and roles tell: sites differ, but their makers name the parts of a page by the same few words.

use super::tree::{
    A, ARTICLE, ASIDE, BLOCKQUOTE, BUTTON, FIGCAPTION, FIGURE, FOOTER, FORM, H1, H2, H3, H4, H5, H6, HEAD, LI, MAIN,
    NAV, NodeId, SELECT, TIME, Tree,
};

/// Marks of an element; those in [`INHERITED`] hold for what is inside.
pub(super) type Marks = u32;
pub(super) const HIDDEN: Marks = 1;
pub(super) const LINKED: Marks = 1 << 1;
pub(super) const UNLIKELY: Marks = 1 << 2;
pub(super) const CAPTION_MARK: Marks = 1 << 3;
pub(super) const CREDIT_MARK: Marks = 1 << 4;
pub(super) const IN_FIGURE: Marks = 1 << 5;
pub(super) const BYLINE_MARK: Marks = 1 << 6;
pub(super) const HEADING_MARK: Marks = 1 << 7;
pub(super) const TITLE_MARK: Marks = 1 << 8;
pub(super) const ITEM: Marks = 1 << 9;
pub(super) const BODY_HINT: Marks = 1 << 10;
pub(super) const LEAD_MARK: Marks = 1 << 11;
pub(super) const DATE_MARK: Marks = 1 << 12;
pub(super) const ARTICLE_MARK: Marks = 1 << 13;
pub(super) const QUOTE_MARK: Marks = 1 << 14;

/// Words of classes for parts that are no story.
const UNLIKELY_WORDS: &[&str] = &[
    "nav",
    "navbar",
    "navigation",
    "menu",
    "breadcrumb",
    "breadcrumbs",
    "footer",
    "sidebar",
    "aside",
    "related",
    "recommended",
    "recommendation",
    "recommendations",
    "recirc",
    "recirculation",
    "promo",
    "promos",
    "promotion",
    "newsletter",
    "newsletters",
    "share",
    "sharing",
    "shares",
    "social",
    "socials",
    "comment",
    "comments",
    "disqus",
    "advert",
    "advertisement",
    "advertising",
    "ad",
    "ads",
    "adslot",
    "banner",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "popup",
    "modal",
    "overlay",
    "tooltip",
    "outbrain",
    "taboola",
    "teaser",
    "teasers",
    "tags",
    "tag",
    "topics",
    "keywords",
    "subscribe",
    "subscription",
    "paywall",
    "trending",
    "popular",
    "mostread",
    "widget",
    "sponsored",
    "sponsor",
    "toolbar",
    "pagination",
    "pager",
    "login",
    "signup",
    "register",
    "donate",
    "donation",
    "bio",
    "authorbox",
    "readmore",
    "more",
    "carousel",
    "slider",
    "ticker",
    "masthead",
    "skip",
    "piano",
    "player",
    "jw",
    "disclaimer",
    "copyright",
    "legal",
    "feedback",
    "rating",
    "poll",
    "survey",
    "print",
    "tools",
    "toc",
    "infobox",
    "factbox",
    "upsell",
    "cta",
    "follow",
    "alsoread",
    "readalso",
    "crosslink",
    "linkbox",
    "partner",
    "widgets",
    "notification",
    "alert",
    "signin",
    "embed",
    "playlist",
    "correction",
    "transparency",
    "trust",
    "explainer",
    "glossary",
];
const CAPTION_WORDS: &[&str] = &[
    "caption",
    "captions",
    "figcaption",
    "legend",
    "bildunterschrift",
    "imagetext",
    "cutline",
    "bijschrift",
    "pie",
    "didascalia",
    "legende",
    "figuretext",
    "lightbox",
];
const CREDIT_WORDS: &[&str] = &[
    "credit",
    "credits",
    "copyright",
    "photographer",
    "photocredit",
    "imagecredit",
    "bildnachweis",
    "bildquelle",
    "fotocredit",
    "creditline",
    "autorfoto",
    "rights",
];
const BYLINE_WORDS: &[&str] =
    &["byline", "author", "authors", "autor", "autore", "auteur", "writer", "contributor", "autores", "bylines", "byl"];
const LEAD_WORDS: &[&str] = &[
    "standfirst",
    "lead",
    "lede",
    "dek",
    "deck",
    "subtitle",
    "subheadline",
    "subhead",
    "summary",
    "intro",
    "introduction",
    "excerpt",
    "teaserlead",
    "chapo",
    "entradilla",
    "sottotitolo",
    "subheading",
    "strapline",
    "abstract",
    "preamble",
    "ingress",
    "bajada",
    "sapo",
    "kicker",
    "description",
    "synopsis",
    "sommario",
    "vorspann",
    "highlights",
];
const DATE_WORDS: &[&str] = &[
    "date",
    "dateline",
    "time",
    "timestamp",
    "published",
    "pubdate",
    "datetime",
    "datum",
    "fecha",
    "publish",
    "updated",
];
const HIDDEN_WORDS: &[&str] = &["sr", "visuallyhidden", "screenreader", "hide", "hidden", "noprint", "invisible"];
/// Pairs of words, in this order, that name the container of the story.
const BODY_WORDS: &[(&str, &str)] = &[
    ("article", "body"),
    ("article", "content"),
    ("article", "text"),
    ("story", "body"),
    ("story", "content"),
    ("story", "text"),
    ("entry", "content"),
    ("post", "content"),
    ("post", "body"),
    ("content", "body"),
    ("body", "content"),
    ("article", "main"),
    ("articlebody", ""),
    ("storybody", ""),
    ("articletext", ""),
    ("articlecontent", ""),
    ("entrycontent", ""),
    ("main", "content"),
    ("news", "content"),
    ("news", "body"),
    ("detail", "content"),
    ("detail", "body"),
    ("body", "text"),
    ("body", "copy"),
    ("richtext", ""),
    ("rich", "text"),
    ("paragraphs", ""),
    ("article", "copy"),
    ("page", "content"),
    ("single", "content"),
];

/// The marks of one element by its name, class, id and role; without those it inherits.
pub(super) fn of(tree: &Tree<'_>, node: NodeId) -> Marks {
    let name = tree.name(node);
    let mut marks = match name {
        HEAD | SELECT => HIDDEN,
        // Galleries put pictures with their captions into buttons.
        BUTTON => UNLIKELY,
        NAV | FOOTER | ASIDE | FORM => UNLIKELY,
        A => LINKED,
        FIGURE => IN_FIGURE,
        FIGCAPTION => CAPTION_MARK | IN_FIGURE,
        H1 => HEADING_MARK | TITLE_MARK,
        H2 | H3 | H4 | H5 | H6 => HEADING_MARK,
        LI => ITEM,
        ARTICLE | MAIN => ARTICLE_MARK,
        BLOCKQUOTE => QUOTE_MARK,
        TIME => DATE_MARK,
        _ => 0,
    };
    for attribute in ["class", "id", "itemprop", "data-testid", "data-component", "role", "rel"] {
        if let Some(value) = tree.attribute(node, attribute) {
            marks |= of_words(value, attribute, name);
        }
    }
    if tree.attribute(node, "hidden").is_some() {
        marks |= HIDDEN;
    }
    marks
}

fn of_words(value: &str, attribute: &str, name: u8) -> Marks {
    if value.len() > 2000 {
        return 0;
    }
    let mut marks = 0;
    let mut before = String::new();
    let mut word = String::with_capacity(16);
    let mut was_lower = false;
    for c in value.chars().chain([' ']) {
        let cut = !c.is_alphanumeric() || (c.is_uppercase() && was_lower);
        if cut && !word.is_empty() {
            marks |= of_word(&word, &before, name);
            std::mem::swap(&mut before, &mut word);
            word.clear();
        }
        if cut && c.is_whitespace() {
            before.clear();
        }
        was_lower = c.is_lowercase();
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
    }
    match (attribute, value) {
        ("role", "navigation" | "complementary" | "contentinfo" | "search" | "dialog") => UNLIKELY,
        ("role", _) => 0,
        ("rel", v) if v.split_whitespace().any(|r| r == "author") => BYLINE_MARK,
        ("rel", _) => 0,
        _ => marks,
    }
}

fn of_word(word: &str, before: &str, name: u8) -> Marks {
    let is = |list: &[&str]| list.contains(&word);
    let mut marks = 0;
    // "has-sidebar", "no-comments", "with-ads" tell about the page, not about the element.
    if is(UNLIKELY_WORDS) && !["has", "no", "with", "is", "non", "without", "read"].contains(&before) {
        marks |= UNLIKELY;
    }
    if is(CAPTION_WORDS) {
        marks |= CAPTION_MARK;
    }
    if is(CREDIT_WORDS) {
        marks |= CREDIT_MARK;
    }
    if is(BYLINE_WORDS) {
        marks |= BYLINE_MARK;
    }
    if is(LEAD_WORDS) {
        marks |= LEAD_MARK;
    }
    if is(DATE_WORDS) {
        marks |= DATE_MARK;
    }
    if is(HIDDEN_WORDS) && (word != "sr" && word != "hide" || name != super::tree::DIV) {
        marks |= HIDDEN;
    }
    if BODY_WORDS.iter().any(|(a, b)| (b.is_empty() && *a == word) || (*a == before && *b == word)) {
        marks |= BODY_HINT;
    }
    marks
}

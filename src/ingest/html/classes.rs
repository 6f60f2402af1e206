//! What class names, ids and roles tell: sites differ, but their makers name the parts of a page by the same few words.

use super::tree::{
    A, ARTICLE, ASIDE, BLOCKQUOTE, BUTTON, DIV, FIGCAPTION, FIGURE, FOOTER, FORM, H1, H2, H3, H4, H5, H6, HEAD, LI,
    MAIN, NAV, NodeId, SELECT, TIME, Tree,
};
use std::collections::HashMap;
use std::sync::LazyLock;

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
/// Asks for consent to cookies: no story, however much of the page's text it is.
pub(super) const CONSENT_MARK: Marks = 1 << 15;

/// Words of classes for dialogs that ask for consent.
const CONSENT_WORDS: &[&str] = &["cookie", "cookies", "consent", "gdpr", "ccpa", "onetrust", "didomi", "usercentrics"];

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
    for (attribute, value) in tree.attributes(node) {
        marks |= of_attribute(attribute, value, name);
    }
    marks
}

/// What one attribute tells. The first one of a name counts in browsers; a second one is too rare to matter.
fn of_attribute(attribute: &str, value: &str, name: u8) -> Marks {
    const NAMING: [&str; 5] = ["class", "id", "itemprop", "data-testid", "data-component"];
    let is = |known: &str| attribute.eq_ignore_ascii_case(known);
    if NAMING.iter().any(|known| is(known)) {
        return of_words(value, name);
    }
    if is("role") {
        let apart = ["navigation", "complementary", "contentinfo", "search", "dialog"].contains(&value);
        return if apart { UNLIKELY } else { 0 };
    }
    let is_author = is("rel") && value.split_whitespace().any(|r| r == "author");
    if is_author {
        BYLINE_MARK
    } else if is("hidden") {
        HIDDEN
    } else {
        0
    }
}

fn of_words(value: &str, name: u8) -> Marks {
    if value.len() > 2000 {
        return 0;
    }
    let is_story = value.split_whitespace().any(is_story_all_the_same);
    let mut marks = 0;
    let mut before = String::new();
    let mut word = String::with_capacity(16);
    for class in value.split_whitespace() {
        before.clear();
        let mut was_lower = false;
        let mut of_class = 0;
        for c in class.chars().chain([' ']) {
            let cut = !c.is_alphanumeric() || (c.is_uppercase() && was_lower);
            if cut && !word.is_empty() {
                of_class |= of_word(&word, &before, name);
                std::mem::swap(&mut before, &mut word);
                word.clear();
            }
            was_lower = c.is_lowercase();
            if c.is_alphanumeric() {
                word.extend(c.to_lowercase());
            }
        }
        // "overflow-hidden" hides nothing, "hide-small-screens" only from some readers.
        if class.contains("overflow") || class.contains("hide-") {
            of_class &= !HIDDEN;
        }
        if is_story && (class.contains("paywall") || class.contains("widget")) {
            of_class &= !UNLIKELY;
        }
        marks |= of_class;
    }
    marks
}

/// "paywall-article" is the story for those who pay, not the wall before it; "article-widget-text" a piece of it.
fn is_story_all_the_same(class: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| class.contains(word));
    class.contains("paywall") && has(&["article", "content", "body", "story", "text"])
        || class.contains("widget") && has(&["article", "story"]) && has(&["text", "body", "paragraph"])
}

fn of_word(word: &str, before: &str, name: u8) -> Marks {
    let mut marks = WORDS.get(word).copied().unwrap_or(0);
    // "has-sidebar", "no-comments", "with-ads" tell about the page, not about the element.
    if marks & UNLIKELY != 0 && ["has", "no", "with", "is", "non", "without", "read"].contains(&before) {
        marks &= !(UNLIKELY | CONSENT_MARK);
    }
    if (word == "sr" || word == "hide") && name == DIV {
        marks &= !HIDDEN;
    }
    if marks & BODY_SECOND != 0 && BODY_WORDS.iter().any(|(a, b)| *a == before && *b == word) {
        marks |= BODY_HINT;
    }
    marks & !BODY_SECOND
}

/// The word is the second of a pair in [`BODY_WORDS`]; only used while words are looked up.
const BODY_SECOND: Marks = 1 << 31;

/// The marks that each known word gives.
static WORDS: LazyLock<HashMap<&'static str, Marks>> = LazyLock::new(|| {
    let lists = [
        (UNLIKELY_WORDS, UNLIKELY),
        (CONSENT_WORDS, UNLIKELY | CONSENT_MARK),
        (CAPTION_WORDS, CAPTION_MARK),
        (CREDIT_WORDS, CREDIT_MARK),
        (BYLINE_WORDS, BYLINE_MARK),
        (LEAD_WORDS, LEAD_MARK),
        (DATE_WORDS, DATE_MARK),
        (HIDDEN_WORDS, HIDDEN),
    ];
    let mut words: HashMap<&'static str, Marks> = HashMap::new();
    for (list, mark) in lists {
        list.iter().for_each(|word| *words.entry(word).or_default() |= mark);
    }
    for (first, second) in BODY_WORDS {
        match *second {
            "" => *words.entry(first).or_default() |= BODY_HINT,
            second => *words.entry(second).or_default() |= BODY_SECOND,
        }
    }
    words
});

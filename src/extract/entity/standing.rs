//! Who only made the article: authors of the byline, photographers and agencies of credits, and the publisher. They are
//! entities, but never take part in the story.

use super::lexicon::{Facts, lexicon};
use super::name::{Name, name_of};
use super::tagger::NameKind;
use super::words::Words;
use crate::extract::text::{Document, lexicon as text_lexicon, lower_hash};
use crate::model::{BlockKind, Caption, Credit, Span, Standing};

/// The parts of the text that name the article's makers.
pub(super) struct Makers {
    /// In text order.
    regions: Vec<(Span, Standing)>,
}

impl Makers {
    pub(super) fn of(document: &Document<'_>, captions: &[Caption]) -> Self {
        let article = document.article;
        let bylines = article.byline.iter().map(|span| (*span, Standing::Author));
        let blocks = article.blocks.iter().filter(|b| b.kind == BlockKind::Byline).map(|b| (b.span, Standing::Author));
        let credits = captions.iter().filter_map(|c| Some((c.credit.as_ref()?.span, Standing::Credit)));
        let publishers = article
            .blocks
            .iter()
            .filter(|b| b.kind.is_story())
            .filter_map(|block| Some((leading_publisher(&article.text, block.span)?, Standing::Publisher)));
        let mut regions: Vec<_> = bylines.chain(blocks).chain(credits).chain(publishers).collect();
        regions.sort_by_key(|(span, _)| *span);
        Makers { regions }
    }

    /// The standing of a name by its place.
    pub(super) fn standing(&self, span: Span) -> Standing {
        let at = self.regions.partition_point(|(region, _)| region.start <= span.start);
        let before = self.regions.get(..at).unwrap_or(&[]).iter().rev().take(4);
        before.filter(|(region, _)| region.contains(span)).map(|(_, s)| *s).next().unwrap_or_default()
    }

    /// Puts the names that the article's own parts give in place of what the tagger saw there.
    pub(super) fn add_names(
        &self,
        document: &Document<'_>,
        captions: &[Caption],
        words: &Words<'_>,
        names: &mut Vec<Name>,
    ) {
        let text = document.article.text.as_str();
        // "ada-lind" is the address of an author's page.
        let authors = document.article.byline.iter().filter(|span| span.of(text).contains(char::is_uppercase));
        let mut given: Vec<(Span, NameKind)> = authors.map(|span| (*span, author_kind(span.of(text)))).collect();
        for credit in captions.iter().filter_map(|c| c.credit.as_ref()) {
            given.extend(credit_names(text, credit));
        }
        let publishers = self.regions.iter().filter(|(_, s)| *s == Standing::Publisher);
        given.extend(publishers.map(|(span, _)| (*span, NameKind::Organisation)));
        let in_credit = |span: Span| self.standing(span) == Standing::Credit;
        given.sort_by_key(|(span, _)| *span);
        let is_given = |span: Span| {
            let before = given.partition_point(|(given, _)| given.start < span.end);
            given.iter().take(before).rev().take(4).any(|(given, _)| given.overlaps(span))
        };
        names.retain(|name| !in_credit(name.span) && !is_given(name.span));
        for (span, kind) in given {
            let start = words.all.partition_point(|w| w.span.start < span.start);
            let end = words.all.partition_point(|w| w.span.end <= span.end);
            let sentence = words.sentences.partition_point(|s| s.end <= start);
            if start < end {
                names.extend(name_of(words, kind, sentence, start..end));
            }
        }
        names.sort_by_key(|name| name.span);
        names.dedup_by(|a, b| a.span.overlaps(b.span));
    }
}

/// "By The Associated Press", "BBC News": also newsrooms sign.
fn author_kind(author: &str) -> NameKind {
    let bare = author.strip_prefix("The ").or(author.strip_prefix("the ")).unwrap_or(author);
    let last = bare.rsplit(' ').next().unwrap_or(bare);
    let single = !bare.contains(' ') && !lexicon().phrase(bare).has(Facts::GIVEN.and(Facts::SURNAME));
    let is_body = lexicon().full_name(bare).is_some()
        || lexicon().phrase(bare).has(Facts::ORGANISATION)
        || single
        || is_of_nouns(bare)
        || bare.contains(' ') && lexicon().phrase(last).has(Facts::ORGANISATION_WORD);
    if is_body { NameKind::Organisation } else { NameKind::Person }
}

/// "Gear Team", "Advanced Rocket Technologies": words of the language at both ends, neither of them anybody's name.
fn is_of_nouns(name: &str) -> bool {
    let ends = name.split(' ').next().zip(name.rsplit(' ').next()).filter(|_| name.contains(' '));
    let plain = |word: &str| !lexicon().phrase(word).has(Facts::GIVEN.and(Facts::SURNAME));
    let known = |word: &str| text_lexicon::entry(lower_hash(word)).is_some();
    let noun = |word: &str| {
        let one = word.to_lowercase();
        let one = one.strip_suffix("ies").map(|stem| format!("{stem}y")).unwrap_or(one);
        [one.as_str(), one.trim_end_matches('s')].iter().any(|noun| text_lexicon::noun(noun).is_some())
    };
    ends.is_some_and(|(first, last)| plain(first) && plain(last) && known(first) && noun(last))
}

/// "Supplied", "Handout photo": a credit that names nobody.
fn is_supplied(credit: &str) -> bool {
    matches!(credit.split(' ').next(), Some("Supplied" | "Handout" | "Contributed" | "Submitted" | "Pictured" | "File"))
}

fn credit_names(text: &str, credit: &Credit) -> Vec<(Span, NameKind)> {
    let find = |name: &Option<String>, kind| {
        let name = name.as_deref().filter(|n| !n.is_empty() && !is_supplied(n))?;
        let at = credit.span.start as usize + credit.span.of(text).find(name)?;
        Some((Span::new(at, at + name.len()), kind))
    };
    let team = credit.photographer.as_deref().is_some_and(is_of_nouns);
    let taker = if team { NameKind::Organisation } else { NameKind::Person };
    let found = [find(&credit.photographer, taker), find(&credit.agency, NameKind::Organisation)];
    found.into_iter().flatten().collect()
}

/// "(VOVWORLD) - Members of …", "PARIS (AP) — …": the bracketed name before the dash at a paragraph's begin.
fn leading_publisher(text: &str, block: Span) -> Option<Span> {
    let head = block.of(text);
    let head = head.get(..head.char_indices().nth(80).map_or(head.len(), |(at, _)| at))?;
    let open = head.find('(')?;
    let close = open + head.get(open..)?.find(')')?;
    let dashed = head.get(close + 1..)?.trim_start().starts_with(['-', '–', '—']);
    let place = head.get(..open)?;
    let is_place = place.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) || place.split(' ').count() <= 4;
    let name = head.get(open + 1..close)?;
    let fits = dashed && is_place && name.split(' ').count() <= 4 && name.starts_with(char::is_uppercase);
    fits.then(|| Span::new(block.start as usize + open + 1, block.start as usize + close))
}

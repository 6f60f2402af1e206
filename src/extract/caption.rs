//! Captions: the words under a photo are parted into prefix, caption proper and credit, then described by what later
//! layers found in them.

use super::text::Document;
use crate::model::{
    Article, Block, BlockKind, Caption, Entity, EntityId, EntityKind, MentionForm, Picture, Span, Standing, Timex,
    TimexId,
};
use crate::newsroom::credit;

/// Parts every caption block of the document into caption proper and credit.
pub fn find(document: &Document<'_>) -> Vec<Caption> {
    let article = document.article;
    let headline = article.headline.map(|span| span.of(&article.text));
    let blocks = article.blocks.iter().filter(|block| block.kind == BlockKind::Caption);
    let mut pictures: Vec<(Span, &Picture)> = article.pictures.iter().filter_map(|p| Some((p.caption?, p))).collect();
    pictures.sort_by_key(|(caption, _)| *caption);
    let of = |block: &Block| {
        let at = pictures.partition_point(|(caption, _)| caption.end <= block.span.start);
        pictures.get(at).filter(|(caption, _)| caption.overlaps(block.span)).map(|(_, picture)| *picture)
    };
    blocks.map(|block| caption(article, block, of(block), headline)).collect()
}

fn caption(article: &Article, block: &Block, picture: Option<&Picture>, headline: Option<&str>) -> Caption {
    let at = block.span.start;
    let marked = picture
        .and_then(|p| p.credit)
        .map(|c| Span { start: c.start.saturating_sub(at), end: c.end.saturating_sub(at) });
    let words = block.span.of(&article.text);
    let mut parts = match marked {
        Some(marked) => credit::part_marked(words, headline, marked),
        None => credit::part(words, headline),
    };
    let moved = |span: Span| Span { start: span.start + at, end: span.end + at };
    if let Some(credit) = &mut parts.credit {
        credit.span = moved(credit.span);
    }
    Caption {
        span: block.span,
        text: moved(parts.text),
        credit: parts.credit,
        image: picture.map(|p| p.location.clone()).filter(|location| !location.is_empty()),
        is_file_photo: parts.is_file_photo,
        timexes: Vec::new(),
        people: Vec::new(),
        place: None,
        events: Vec::new(),
    }
}

/// Fills in the time expressions, people and place of each caption: those whose words stand in the caption proper.
pub fn describe(_document: &Document<'_>, captions: &mut [Caption], timexes: &[Timex], entities: &[Entity]) {
    for caption in captions {
        let text = caption.text;
        let times = timexes.iter().enumerate().filter(|(_, timex)| text.contains(timex.span));
        caption.timexes = times.map(|(index, _)| TimexId::at(index)).collect();
        caption.people = named_in(text, entities, EntityKind::Person).into_iter().map(|(_, id)| id).collect();
        // The place where a picture was taken stands last: "… at the Elysee Palace in Paris, France".
        caption.place = named_in(text, entities, EntityKind::Place).last().map(|(_, id)| *id);
    }
}

/// The entities of `kind` that `span` names, in the order of their first mention there.
fn named_in(span: Span, entities: &[Entity], kind: EntityKind) -> Vec<(Span, EntityId)> {
    let mut found: Vec<(Span, EntityId)> = entities
        .iter()
        .enumerate()
        .filter(|(_, entity)| entity.kind == kind && entity.standing == Standing::Story)
        .filter_map(|(index, entity)| {
            let mentions = entity.mentions.iter().filter(|m| m.form == MentionForm::Name && span.contains(m.span));
            mentions.map(|m| m.span).min().map(|first| (first, EntityId::at(index)))
        })
        .collect();
    found.sort();
    found
}

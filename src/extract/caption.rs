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
    if captions.is_empty() {
        return;
    }
    let names = names(entities);
    for caption in captions {
        let text = caption.text;
        let first = timexes.partition_point(|timex| timex.span.start < text.start);
        let times = timexes.iter().enumerate().skip(first).take_while(|(_, timex)| timex.span.start < text.end);
        caption.timexes =
            times.filter(|(_, timex)| text.contains(timex.span)).map(|(index, _)| TimexId::at(index)).collect();
        let first = names.partition_point(|(span, ..)| span.start < text.start);
        let inside = names.iter().skip(first).take_while(|(span, ..)| span.end <= text.end);
        let mut people: Vec<EntityId> = Vec::new();
        let mut places: Vec<EntityId> = Vec::new();
        for (_, kind, id) in inside {
            let list = if *kind == EntityKind::Person { &mut people } else { &mut places };
            if !list.contains(id) {
                list.push(*id);
            }
        }
        // The place where a picture was taken stands last: "… at the Elysee Palace in Paris, France".
        (caption.people, caption.place) = (people, places.last().copied());
    }
}

/// Where the story's people and places are named, in text order.
fn names(entities: &[Entity]) -> Vec<(Span, EntityKind, EntityId)> {
    let told = |(_, entity): &(usize, &Entity)| {
        matches!(entity.kind, EntityKind::Person | EntityKind::Place) && entity.standing == Standing::Story
    };
    let mentions = |(index, entity): (usize, &Entity)| -> Vec<(Span, EntityKind, EntityId)> {
        let named = entity.mentions.iter().filter(|m| m.form == MentionForm::Name);
        named.map(|m| (m.span, entity.kind, EntityId::at(index))).collect()
    };
    let mut names: Vec<_> = entities.iter().enumerate().filter(told).flat_map(mentions).collect();
    names.sort_by_key(|(span, ..)| *span);
    names
}

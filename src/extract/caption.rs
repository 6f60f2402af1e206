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
pub fn describe(document: &Document<'_>, captions: &mut [Caption], timexes: &[Timex], entities: &[Entity]) {
    if captions.is_empty() {
        return;
    }
    let names = names(entities);
    let article_text = document.article.text.as_str();
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
        for (span, kind, id) in inside {
            let shown = *kind == EntityKind::Person || is_scene(article_text, text, *span);
            let list = if *kind == EntityKind::Person { &mut people } else { &mut places };
            if shown && !list.contains(id) {
                list.push(*id);
            }
        }
        // The place where a picture was taken stands last: "… at the Elysee Palace in Paris, France".
        (caption.people, caption.place) = (people, places.last().copied());
    }
}

/// Whether the place named at `name` can be where the picture was taken: what is owned ("Norway’s king") or stands before
/// another word as whose it is ("the US president") tells of somebody, not of the scene.
fn is_scene(text: &str, caption: Span, name: Span) -> bool {
    let after = Span { start: name.end, end: caption.end.max(name.end) }.of(text);
    let before = Span { start: caption.start, end: name.start.max(caption.start) }.of(text).trim_end();
    // "in Lund’s harbour"
    let inside = [" in", " at", " near", " outside", " across"].iter().any(|word| before.ends_with(word));
    let owns = after.starts_with("'s") || after.starts_with("’s") || after.starts_with(['\'', '’']);
    let next = after.strip_prefix(' ').unwrap_or("");
    let modifies = name.of(text).len() <= 4 && next.starts_with(char::is_alphabetic) && !next.starts_with("in ");
    let modifies = modifies && name.of(text).chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    (!owns || inside) && !modifies
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_owns_or_modifies_is_no_scene() {
        for (caption, place, scene) in [
            ("Boats burn in Lund, Norway.", "Lund", true),
            ("The ferry in Lund’s harbour.", "Lund", true),
            ("Norway’s king meets the crew.", "Norway", false),
            ("The US president meets the crew.", "US", false),
            ("The crew lands in the US in May.", "US", true),
        ] {
            let at = caption.find(place).unwrap();
            let name = Span::new(at, at + place.len());
            assert_eq!(is_scene(caption, Span::new(0, caption.len()), name), scene, "{caption}");
        }
    }
}

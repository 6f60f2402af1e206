//! The article view: the text as one selectable piece, the passage in question highlighted, records marked in place.
//!
//! What is shown is built from the article's blocks; [`ArticleCache`] keeps it with the way back from every shown
//! character to the article's own offsets.

use crate::gui::app::Shown;
use crate::gui::commands::UiCommand;
use crate::gui::state::{RecordMarks, UiState, event_at};
use crate::gui::{actions::Action, fonts, theme, widgets, words};
use crate::model::{BlockKind, Span};
use crate::project::{ArticleKey, Entry};
use crate::scene::ColourRole;
use egui::text::{CCursor, LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Galley, Layout, Pos2, Rect, RichText, ScrollArea, Stroke, Ui, Vec2, pos2};

/// Bytes shown at once: a longer article is shown in parts.
const PART_BYTES: usize = 120_000;
/// Longer blocks are cut, so that a line of megabytes can be shown in parts too.
const PIECE_BYTES: usize = 8_000;

/// The laid-out text of the article last shown.
#[derive(Default)]
pub struct ArticleCache {
    key: Option<Key>,
    text: ShownText,
    /// The piece the shown part begins with, when the user turned pages.
    first_piece: Option<(ArticleKey, usize)>,
}

#[derive(Clone, PartialEq)]
struct Key {
    article: ArticleKey,
    version: u64,
    first_piece: Option<(ArticleKey, usize)>,
    passage: Option<Span>,
    dates: Vec<Span>,
    marks: RecordMarks,
    is_dark: bool,
}

/// A part of an article as it is shown.
#[derive(Default)]
struct ShownText {
    job: LayoutJob,
    /// Shown byte offset and article offset of each run, in order.
    runs: Vec<(usize, Span)>,
    pieces: std::ops::Range<usize>,
    total: usize,
}

/// Shows the article.
pub fn show(ui: &mut Ui, shown: &Shown, state: &mut UiState, cache: &mut ArticleCache, queue: &mut Vec<UiCommand>) {
    let Some(entry) = state.article.and_then(|key| shown.project.entry(key)) else { return };
    header(ui, shown, entry, queue);
    let passage = state.passage.as_ref().filter(|passage| passage.article == entry.key).map(|passage| passage.span);
    cache.update(ui, shown, entry, state, passage);
    let scroll = std::mem::take(&mut state.scroll_to_passage);
    ScrollArea::vertical().auto_shrink(false).id_salt(("article", entry.key)).show(ui, |ui| {
        turn_part(ui, cache, entry, true);
        text(ui, entry, &cache.text, passage, scroll, queue);
        turn_part(ui, cache, entry, false);
        ui.add_space(12.0);
    });
}

fn header(ui: &mut Ui, shown: &Shown, entry: &Entry, queue: &mut Vec<UiCommand>) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = ui.add(egui::Button::new("×").frame(false).min_size(Vec2::splat(20.0)));
            close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, "Hide the article"));
            if close.on_hover_text("Hide the article").clicked() {
                queue.push(UiCommand::Act(Action::ToggleArticle));
            }
            let marks = shown.settings.marks;
            for (words, on, action) in [
                ("quotes", marks.quotes, Action::ToggleQuotes),
                ("names", marks.names, Action::ToggleNames),
                ("dates", marks.dates, Action::ToggleDates),
            ] {
                let colour = theme::colour(ui, if on { ColourRole::Accent } else { ColourRole::TextMuted });
                let text = RichText::new(words).size(12.0).color(colour);
                let text = if on { text.underline() } else { text };
                let response = ui.add(egui::Button::new(text).frame(false));
                response.widget_info(|| {
                    egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, format!("Mark {words}"))
                });
                widgets::focus_ring(ui, &response, 4.0);
                if response.on_hover_text(format!("Mark {words} in the text")).clicked() {
                    queue.push(UiCommand::Act(action));
                }
            }
            ui.label(widgets::muted(ui, "show:", 12.0));
            if let Some(url) = &entry.article.url
                && widgets::link(ui, "page ↗", "Open the article’s page in the browser").on_hover_text(url).clicked()
            {
                queue.push(UiCommand::Browse(url.clone()));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(widgets::strong(words::one_line(entry.title()), 12.0)).truncate());
            });
        });
    });
}

/// The button that turns to the part before or after.
fn turn_part(ui: &mut Ui, cache: &mut ArticleCache, entry: &Entry, back: bool) {
    let (pieces, total) = (cache.text.pieces.clone(), cache.text.total);
    if (back && pieces.start == 0) || (!back && pieces.end >= total) {
        return;
    }
    let words = if back { "Show the part before" } else { "Show the part after" };
    if ui.button(words).clicked() {
        let step = PART_BYTES / PIECE_BYTES;
        let first = if back { pieces.start.saturating_sub(step) } else { pieces.end };
        cache.first_piece = Some((entry.key, first));
    }
}

fn text(
    ui: &mut Ui,
    entry: &Entry,
    shown: &ShownText,
    passage: Option<Span>,
    scroll: bool,
    queue: &mut Vec<UiCommand>,
) {
    let mut job = shown.job.clone();
    job.wrap = TextWrapping::wrap_at_width((ui.available_width() - 24.0).min(820.0));
    let galley = ui.painter().layout_job(job);
    let origin = ui.cursor().min + Vec2::new(14.0, 6.0);
    if let Some(band) = passage.and_then(|span| shown.rows_of(&galley, span)) {
        let area = Rect::from_x_y_ranges(
            origin.x - 4.0..=origin.x + galley.size().x.max(200.0) + 4.0,
            band.translate(origin.to_vec2()).y_range(),
        )
        .expand2(Vec2::new(2.0, 3.0));
        ui.painter().rect_filled(area, 4.0, theme::colour(ui, ColourRole::Selection));
        let bar = Rect::from_x_y_ranges(area.left() - 8.0..=area.left() - 5.0, area.y_range());
        ui.painter().rect_filled(bar, 1.0, theme::colour(ui, ColourRole::Accent));
        if scroll {
            ui.scroll_to_rect(area.expand(24.0), Some(Align::Center));
        }
    }
    ui.add_space(6.0);
    let response = ui
        .horizontal_top(|ui| {
            ui.add_space(14.0);
            ui.spacing_mut().item_spacing.x = 0.0;
            // Not focusable: egui would underline all of it.
            let sense = egui::Sense::CLICK | egui::Sense::DRAG;
            ui.add(egui::Label::new(galley.clone()).selectable(true).sense(sense))
        })
        .inner;
    let offset_at = |at: Pos2| shown.article_offset(&galley, (at - response.rect.min).to_pos2());
    if let Some(offset) = response.hover_pos().and_then(offset_at)
        && let Some(words) = super::record::told_at(entry, offset)
    {
        response.clone().on_hover_text_at_pointer(words);
    }
    if response.clicked()
        && let Some(offset) = response.interact_pointer_pos().and_then(offset_at)
        && let Some(index) = event_told_at(entry, offset)
    {
        queue.push(UiCommand::Select { key: event_at(entry.key, index), adding: false });
    }
}

/// The event that the sentence at `offset` tells best: the one with the shortest source around it.
fn event_told_at(entry: &Entry, offset: u32) -> Option<usize> {
    let events = entry.extraction.events.iter().enumerate();
    let lengths = events.filter_map(|(index, event)| {
        let sources = event.sources.iter().chain([&event.span]).filter(|span| span.holds(offset));
        sources.map(|span| span.len()).min().map(|len| (len, index))
    });
    lengths.min().map(|(_, index)| index)
}

impl ArticleCache {
    fn update(&mut self, ui: &Ui, shown: &Shown, entry: &Entry, state: &UiState, passage: Option<Span>) {
        let event = state.shown_event().filter(|key| key.article == entry.key).and_then(|key| shown.project.event(key));
        let dates = event.map(|event| super::detail::date_spans(event, entry)).unwrap_or_default();
        let turned = self.first_piece.filter(|(article, _)| *article == entry.key);
        let new_passage = self.key.as_ref().is_none_or(|key| key.passage != passage || key.article != entry.key);
        self.first_piece = turned.filter(|_| !new_passage);
        let key = Key {
            article: entry.key,
            version: shown.project.version(),
            first_piece: self.first_piece,
            passage,
            dates,
            marks: shown.settings.marks,
            is_dark: ui.visuals().dark_mode,
        };
        if self.key.as_ref() != Some(&key) {
            self.text = ShownText::build(ui, entry, &key);
            self.key = Some(key);
        }
    }
}

/// What a stretch of text is marked as; several at once.
#[derive(Clone, Copy, Default)]
struct Marked {
    /// Counts of: the event's own date words, dates, names, quotes.
    open: [i32; 4],
}

impl ShownText {
    fn build(ui: &Ui, entry: &Entry, key: &Key) -> Self {
        let pieces = pieces(entry);
        let first = match (key.first_piece, key.passage) {
            (Some((_, first)), _) => first,
            (None, Some(span)) => first_piece_for(&pieces, span),
            (None, None) => 0,
        };
        let mut shown = Self { total: pieces.len(), ..Self::default() };
        let mut changes = changes(entry, key);
        changes.sort_unstable();
        let mut marked = Marked::default();
        let mut next = 0;
        let mut last = first;
        for (at, (kind, span)) in pieces.iter().enumerate().skip(first) {
            if shown.job.text.len() > PART_BYTES {
                break;
            }
            last = at + 1;
            shown.begin_piece(
                ui,
                *kind,
                at == first,
                pieces.get(at.wrapping_sub(1)).is_some_and(|(_, before)| before.end == span.start),
            );
            let mut from = span.start;
            while from < span.end {
                while let Some((_, which, by)) = changes.get(next).filter(|(offset, _, _)| *offset <= from) {
                    marked.open[*which] += by;
                    next += 1;
                }
                let to = changes.get(next).map_or(span.end, |(offset, _, _)| (*offset).min(span.end));
                let run = Span { start: from, end: to };
                shown.runs.push((shown.job.text.len(), run));
                let words = run.of(&entry.article.text).replace(['\r', '\n', '\t'], " ");
                shown.job.append(&words, 0.0, format(ui, *kind, marked));
                from = to;
            }
        }
        shown.pieces = first..last;
        shown
    }

    /// White space before a piece; a list item's bullet.
    fn begin_piece(&mut self, ui: &Ui, kind: BlockKind, is_first: bool, continues: bool) {
        let format = format(ui, kind, Marked::default());
        if !is_first && !continues {
            self.job.append("\n", 0.0, format.clone());
            self.job.append(
                "\n",
                0.0,
                TextFormat { font_id: fonts::regular_at(6.0), line_height: Some(8.0), ..format.clone() },
            );
        }
        if kind == BlockKind::ListItem && !continues {
            self.job.append("•  ", 0.0, format);
        }
    }

    fn shown_offset(&self, offset: u32) -> Option<usize> {
        let after = self.runs.partition_point(|(_, span)| span.start <= offset);
        let (at, span) = self.runs.get(after.checked_sub(1)?)?;
        Some(at + (offset.min(span.end) - span.start) as usize)
    }

    fn cursor(&self, offset: u32) -> Option<CCursor> {
        let at = self.shown_offset(offset)?;
        Some(CCursor::new(self.job.text.get(..at)?.chars().count()))
    }

    /// The rows that `span` stands in, relative to the galley.
    fn rows_of(&self, galley: &Galley, span: Span) -> Option<Rect> {
        let (first, last) = (self.runs.first()?.1.start, self.runs.last()?.1.end);
        if span.end <= first || span.start >= last {
            return None;
        }
        let start = galley.pos_from_cursor(self.cursor(span.start.max(first))?);
        let end = galley.pos_from_cursor(self.cursor(span.end.min(last))?);
        Some(Rect::from_min_max(pos2(0.0, start.top()), pos2(galley.size().x, end.bottom())))
    }

    fn article_offset(&self, galley: &Galley, at: Pos2) -> Option<u32> {
        if !galley.rect.contains(at) {
            return None;
        }
        let cursor = galley.cursor_from_pos(at.to_vec2());
        let (byte, _) = self.job.text.char_indices().nth(usize::from(cursor.index))?;
        let after = self.runs.partition_point(|(start, _)| *start <= byte);
        let (start, span) = self.runs.get(after.checked_sub(1)?)?;
        let offset = span.start + (byte - start) as u32;
        span.holds(offset).then_some(offset)
    }
}

/// The article's blocks, long ones cut.
fn pieces(entry: &Entry) -> Vec<(BlockKind, Span)> {
    let text = &entry.article.text;
    let mut pieces = Vec::new();
    for block in &entry.article.blocks {
        let mut from = block.span.start as usize;
        let end = (block.span.end as usize).min(text.len());
        while from < end {
            let mut to = (from + PIECE_BYTES).min(end);
            while !text.is_char_boundary(to) {
                to += 1;
            }
            pieces.push((block.kind, Span::new(from, to)));
            from = to;
        }
    }
    pieces
}

/// The piece a part begins with so that `span` is in it; 0 when it is in the first part.
fn first_piece_for(pieces: &[(BlockKind, Span)], span: Span) -> usize {
    let holding = pieces.partition_point(|(_, piece)| piece.end <= span.start);
    let start = pieces.first().map_or(0, |(_, piece)| piece.start);
    let reached = pieces.get(holding).map_or(0, |(_, piece)| piece.end.saturating_sub(start) as usize);
    if reached < PART_BYTES { 0 } else { holding.saturating_sub(4) }
}

/// Where marks begin (+1) and end (−1), by what they mark.
fn changes(entry: &Entry, key: &Key) -> Vec<(u32, usize, i32)> {
    let extraction = &*entry.extraction;
    let mut changes = Vec::new();
    let mut mark = |which: usize, span: Span| {
        changes.push((span.start, which, 1));
        changes.push((span.end, which, -1));
    };
    key.dates.iter().for_each(|span| mark(0, *span));
    if key.marks.dates {
        extraction.timexes.iter().for_each(|timex| mark(1, timex.span));
    }
    if key.marks.names {
        extraction.entities.iter().flat_map(|who| &who.mentions).for_each(|mention| mark(2, mention.span));
    }
    if key.marks.quotes {
        extraction.quotes.iter().for_each(|quote| mark(3, quote.span));
    }
    changes
}

fn format(ui: &Ui, kind: BlockKind, marked: Marked) -> TextFormat {
    let c = |role| theme::colour(ui, role);
    let (font, line, role) = match kind {
        BlockKind::Headline => (fonts::bold_at(19.0), 27.0, ColourRole::Text),
        BlockKind::Heading => (fonts::bold_at(15.0), 23.0, ColourRole::Text),
        BlockKind::Byline | BlockKind::Dateline => (fonts::regular_at(12.5), 19.0, ColourRole::TextMuted),
        BlockKind::Caption => (fonts::regular_at(12.5), 19.0, ColourRole::TextMuted),
        BlockKind::Boilerplate => (fonts::regular_at(11.0), 16.0, ColourRole::TextMuted),
        BlockKind::Paragraph | BlockKind::ListItem => (fonts::regular_at(14.0), 22.0, ColourRole::Text),
    };
    let mut format = TextFormat { line_height: Some(line), ..TextFormat::simple(font, c(role)) };
    format.italics = kind == BlockKind::Caption;
    let [own, dates, names, quotes] = marked.open.map(|count| count > 0);
    if quotes {
        format.background = c(ColourRole::Chip);
        // Rows are painted one after the other: a taller ground would cover the lines under the words above.
        format.expand_bg = -1.0;
    }
    if names {
        format.underline = Stroke::new(1.0, c(ColourRole::TextMuted));
        format.color = c(ColourRole::Text);
    }
    if dates {
        format.underline = Stroke::new(1.0, c(ColourRole::Accent));
    }
    if own {
        format.underline = Stroke::new(2.0, c(ColourRole::Accent));
        format.color = c(ColourRole::Accent);
    }
    format
}

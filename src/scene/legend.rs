//! The legend: what the marks of a picture mean. Only what occurs is explained.

use super::label::text;
use super::mark::{Bounds, Form, Mark};
use super::paint::{Look, glyph, kind_shape, mark_shapes};
use super::{ColourRole, Fill, Layer, Point, Rect, Scene, Shape, Stroke, TextMeasure, TimeScale};
use crate::model::{EventKind, Modality};
use crate::timeline::{TimeRange, Timeline};

const LINE_PX: f32 = 24.0;
const SIZE_PX: f32 = 12.0;
const GAP_PX: f32 = 22.0;
/// Items looked at to find what occurs.
const LOOKED_AT: usize = 5_000;

/// Something to explain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Entry {
    Happening,
    Statement,
    Photo,
    NotYet,
    Inferred,
    Interval,
    Faded,
    Unit,
    Open,
    Cluster,
    QuotesAndPhotos,
    Certainty,
}

impl Entry {
    fn words(self) -> &'static str {
        match self {
            Self::Happening => "event",
            Self::Statement => "statement",
            Self::Photo => "photo",
            // Where the bracket over its month or year has no room, what is known no finer looks the same.
            Self::NotYet => "planned, possible, denied, or day unknown",
            Self::Inferred => "date inferred",
            Self::Interval => "lasted",
            Self::Faded => "somewhere in between",
            Self::Unit => "month, year or the like only",
            Self::Open => "beginning or end not stated",
            Self::Cluster => "events without room",
            Self::QuotesAndPhotos => "quotes and photos of it",
            Self::Certainty => "how sure the date is",
        }
    }

    fn width_px(self) -> f32 {
        match self {
            Self::Interval | Self::Faded | Self::Unit => 40.0,
            Self::Open => 44.0,
            Self::Cluster => 24.0,
            Self::Inferred => 20.0,
            Self::QuotesAndPhotos | Self::Certainty => 26.0,
            _ => 14.0,
        }
    }

    /// The sample, its left edge at `x`.
    fn sample(self, x: f32, y: f32) -> Vec<Shape> {
        let kind = match self {
            Self::Statement => EventKind::Statement,
            Self::Photo => EventKind::Photo,
            _ => EventKind::Happening,
        };
        let role = ColourRole::TextMuted;
        let look = Look { kind, role, opacity: 1.0, is_selected: false, is_focused: false, is_hovered: false };
        let centre = Point::new(x + self.width_px() / 2.0, y);
        let span = (x, x + self.width_px());
        let sample = |form, hull: (f32, f32), body| Mark::sample(form, hull, body, centre.x);
        match self {
            Self::Happening | Self::Statement | Self::Photo => glyph(centre, look, false, false),
            Self::NotYet => glyph(centre, look, true, false),
            Self::Inferred => glyph(centre, look, false, true),
            Self::Interval => mark_shapes(&sample(Form::Bar, span, Some(span)), y, look),
            Self::Faded => mark_shapes(&sample(Form::Tape, span, None), y, look),
            Self::Unit => mark_shapes(&sample(Form::Bracket, span, None), y, look),
            Self::Open => {
                let known = (x, x + 8.0);
                mark_shapes(&sample(Form::ArrowAfter, known, Some(known)), y, look)
            }
            Self::QuotesAndPhotos => {
                let small =
                    |dx: f32, kind| kind_shape(kind, Point::new(centre.x + dx, y), 3.75, Some(Fill::solid(role)), None);
                vec![small(-7.0, EventKind::Statement), small(7.0, EventKind::Photo)]
            }
            Self::Certainty => vec![text(Point::new(x, y), "95 %".to_owned(), 11.0, true, ColourRole::Good)],
            Self::Cluster => {
                let rect = Rect::around(centre, 12.0, 9.0);
                let (fill, stroke) = (Some(Fill::solid(ColourRole::Chip)), Some(Stroke::new(ColourRole::Border, 1.0)));
                let pill = Shape::Rect { rect, radius: 9.0, fill, stroke };
                vec![pill, text(Point::new(centre.x - 3.2, y), "6".to_owned(), 11.0, true, ColourRole::Text)]
            }
        }
    }
}

/// The legend of `scene`, a layout of `timeline`, in lines of `width_px`.
pub fn legend(timeline: &Timeline, scene: &Scene, width_px: f32, measure: &dyn TextMeasure) -> Scene {
    let mut shapes = Vec::new();
    let (mut x, mut line) = (0.0, 0);
    for entry in entries(timeline, scene) {
        let words_px = measure.width_px(entry.words(), SIZE_PX, false);
        let needed = entry.width_px() + 8.0 + words_px;
        if x > 0.0 && x + needed > width_px {
            (x, line) = (0.0, line + 1);
        }
        let y = (line as f32 + 0.5) * LINE_PX;
        shapes.extend(entry.sample(x, y));
        let at = Point::new(x + entry.width_px() + 8.0, y);
        shapes.push(text(at, entry.words().to_owned(), SIZE_PX, false, ColourRole::TextMuted));
        x += needed + GAP_PX;
    }
    let height_px = if shapes.is_empty() { 0.0 } else { (line + 1) as f32 * LINE_PX };
    let clip = Rect::new(-4.0, 0.0, width_px, height_px);
    Scene { width_px, height_px, layers: vec![Layer { clip, shapes }], ..Scene::default() }
}

/// What occurs, in the order of explaining.
fn entries(timeline: &Timeline, scene: &Scene) -> Vec<Entry> {
    // Forms depend on the scale only by their width, so a scale on which everything is wide shows them all.
    let mut found = Vec::new();
    // A day lists its neighbours at its sides.
    let everything = TimeRange::new(f64::NEG_INFINITY, f64::INFINITY);
    let time = if scene.day.is_some() { everything } else { scene.time };
    for position in timeline.index().touching(time, LOOKED_AT) {
        let Some((item, when)) = timeline.at(position).and_then(|item| Some((item, item.when?))) else { continue };
        let scale = TimeScale::new(when.hull(), 0.0, 1_000.0);
        let mark = Mark::new(item, &when, &scale, 0.0, Bounds::NONE);
        found.push(match item.kind {
            EventKind::Happening => Entry::Happening,
            EventKind::Statement => Entry::Statement,
            EventKind::Photo => Entry::Photo,
        });
        if item.modality != Modality::Actual {
            found.push(Entry::NotYet);
        }
        if when.is_inferred {
            found.push(Entry::Inferred);
        }
        match mark.form {
            Form::Bar | Form::WideBar => found.push(Entry::Interval),
            Form::Bracket => found.push(Entry::Unit),
            Form::Tape => found.push(Entry::Faded),
            Form::ArrowAfter | Form::ArrowBefore => found.push(Entry::Open),
            Form::Glyph | Form::Box => {}
        }
        if scene.day.is_some() && (item.quotes > 0 || item.photos > 0) {
            found.push(Entry::QuotesAndPhotos);
        }
        found.sort_unstable();
        found.dedup();
    }
    if scene.count.clustered > 0 {
        found.push(Entry::Cluster);
    }
    if scene.day.is_some() {
        found.push(Entry::Certainty);
    }
    found
}

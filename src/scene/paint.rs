//! From a mark's geometry to its shapes.

use super::mark::{ARROW_PX, Form, GLYPH_PX, Mark};
use super::{ColourRole, Fill, Point, Rect, Shape, Stroke};
use crate::model::EventKind;

/// Half the height of bars and boxes.
pub(super) const BAR_HALF_PX: f32 = 8.0;
const RADIUS_PX: f32 = 4.0;
/// How strong a tape is: where something may be, but need not.
const TAPE_OPACITY: f32 = 0.2;
/// How strong the body is under a label, so that the words keep their contrast.
const UNDER_LABEL_OPACITY: f32 = 0.3;
const DASH: (f32, f32) = (2.4, 2.2);

/// How a mark is told from others of its form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// The shape of its glyph.
    pub kind: EventKind,
    /// Its colour.
    pub role: ColourRole,
    /// Below 1 when others are selected.
    pub opacity: f32,
    /// Ringed.
    pub is_selected: bool,
    /// The keyboard is here.
    pub is_focused: bool,
    /// The pointer is here.
    pub is_hovered: bool,
}

/// The shapes of `mark` in a row whose middle is `y`.
pub(super) fn mark_shapes(mark: &Mark, y: f32, look: Look) -> Vec<Shape> {
    let mut shapes = Vec::new();
    match mark.form {
        Form::Glyph => {}
        Form::Box => shapes.push(slab(mark.hull, y, fill(look, TAPE_OPACITY * 0.8), None)),
        Form::Bar => {
            tails(mark, y, look, &mut shapes);
            shapes.push(slab(mark.body.unwrap_or(mark.hull), y, fill(look, body_opacity(mark)), outline(mark, look)));
        }
        Form::WideBar => {
            tails(mark, y, look, &mut shapes);
            let edge = outline(mark, look).or(Some(Stroke::new(look.role, 1.25).dimmed(look.opacity)));
            shapes.push(slab(mark.body.unwrap_or(mark.hull), y, fill(look, UNDER_LABEL_OPACITY), edge));
        }
        Form::Bracket => bracket(mark, y, look, &mut shapes),
        Form::Tape => tape(mark, y, look, &mut shapes),
        Form::ArrowAfter => arrow(mark, y, look, 1.0, &mut shapes),
        Form::ArrowBefore => arrow(mark, y, look, -1.0, &mut shapes),
    }
    if matches!(mark.form, Form::Glyph | Form::Box | Form::Bracket | Form::Tape) {
        shapes.extend(glyph(Point::new(mark.glyph_x, y), look, mark.is_hollow, mark.is_dashed));
    }
    shapes.extend(ring(mark, y, look));
    shapes
}

/// The glyph of a kind: circle, square or diamond; an outline when hollow, a dashed one when inferred.
pub(super) fn glyph(centre: Point, look: Look, is_hollow: bool, is_dashed: bool) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let dash = is_dashed.then_some(DASH);
    let line = Stroke { dash, ..Stroke::new(look.role, 2.0).dimmed(look.opacity) };
    if is_hollow {
        let ground = Some(Fill::solid(ColourRole::Halo));
        shapes.push(kind_shape(look.kind, centre, GLYPH_PX - 0.5, ground, Some(line)));
    } else {
        shapes.push(kind_shape(look.kind, centre, GLYPH_PX, Some(fill(look, 1.0)), None));
        if is_dashed {
            let line = Stroke { width: 1.25, ..line };
            shapes.push(Shape::Circle { centre, radius: GLYPH_PX + 3.75, fill: None, stroke: Some(line) });
        }
    }
    shapes
}

/// A glyph's shape, `size` from its centre to its edge (a diamond's corners stand out for an equal area).
pub(super) fn kind_shape(
    kind: EventKind,
    centre: Point,
    size: f32,
    fill: Option<Fill>,
    stroke: Option<Stroke>,
) -> Shape {
    match kind {
        EventKind::Happening => Shape::Circle { centre, radius: size, fill, stroke },
        EventKind::Statement => Shape::Square { centre, radius: size - 0.25, fill, stroke },
        EventKind::Photo => Shape::Diamond { centre, radius: size + 1.5, fill, stroke },
    }
}

fn fill(look: Look, opacity: f32) -> Fill {
    Fill::Solid { role: look.role, opacity: opacity * look.opacity }
}

/// How strong what is certain is painted.
fn body_opacity(mark: &Mark) -> f32 {
    if mark.is_under_label { UNDER_LABEL_OPACITY } else { 0.9 }
}

/// A dashed outline where the date was inferred.
fn outline(mark: &Mark, look: Look) -> Option<Stroke> {
    let line = Stroke::new(look.role, 1.5).dashed(DASH.0 + 1.0, DASH.1);
    mark.is_dashed.then_some(line.dimmed(look.opacity))
}

fn slab(span: (f32, f32), y: f32, fill: Fill, stroke: Option<Stroke>) -> Shape {
    let rect = Rect::new(span.0 + 1.0, y - BAR_HALF_PX, (span.1 - 1.0).max(span.0 + 3.0), y + BAR_HALF_PX);
    Shape::Rect { rect, radius: RADIUS_PX, fill: Some(fill), stroke }
}

/// Where a bar may begin and end: fading outwards from what is certain.
fn tails(mark: &Mark, y: f32, look: Look, shapes: &mut Vec<Shape>) {
    let Some(body) = mark.body else { return };
    let strong = TAPE_OPACITY * 2.0 * look.opacity;
    let mut tail = |from: f32, to: f32, left: f32, right: f32| {
        if to - from > 2.0 {
            let rect = Rect::new(from, y - BAR_HALF_PX + 2.0, to, y + BAR_HALF_PX - 2.0);
            let fill = Some(Fill::Fade { role: look.role, left, right });
            shapes.push(Shape::Rect { rect, radius: 0.0, fill, stroke: None });
        }
    };
    tail(mark.hull.0, body.0 + 1.0, strong / 8.0, strong);
    tail(body.1 - 1.0, mark.hull.1, strong, strong / 8.0);
}

/// A bracket below the whole unit that the date names.
fn bracket(mark: &Mark, y: f32, look: Look, shapes: &mut Vec<Shape>) {
    let (left, right) = (mark.hull.0 + 1.0, mark.hull.1 - 1.0);
    let (top, bottom) = (y + 5.0, y + 11.0);
    let wash = Rect::new(left, y - BAR_HALF_PX, right, bottom);
    let faint = Some(fill(look, TAPE_OPACITY / 2.5));
    shapes.push(Shape::Rect { rect: wash, radius: 2.0, fill: faint, stroke: None });
    let points = [(left, top), (left, bottom), (right, bottom), (right, top)].map(|(x, y)| Point::new(x, y));
    let stroke = Some(Stroke::new(look.role, 1.5).dimmed(look.opacity * 0.85));
    shapes.push(Shape::Path { points: points.into(), closed: false, fill: None, stroke });
}

/// Somewhere in here: strongest in the middle.
fn tape(mark: &Mark, y: f32, look: Look, shapes: &mut Vec<Shape>) {
    let (left, right) = mark.hull;
    let middle = (left + right) / 2.0;
    let (weak, strong) = (TAPE_OPACITY * 0.5 * look.opacity, TAPE_OPACITY * 1.25 * look.opacity);
    for (from, to, a, b) in [(left, middle, weak, strong), (middle, right, strong, weak)] {
        let rect = Rect::new(from, y - BAR_HALF_PX, to, y + BAR_HALF_PX);
        let fill = Some(Fill::Fade { role: look.role, left: a, right: b });
        shapes.push(Shape::Rect { rect, radius: 0.0, fill, stroke: None });
    }
    for x in [left, right] {
        let (from, to) = (Point::new(x, y - BAR_HALF_PX), Point::new(x, y + BAR_HALF_PX));
        shapes.push(Shape::Line { from, to, stroke: Stroke::new(look.role, 1.0).dimmed(0.5 * look.opacity) });
    }
}

/// A body that runs on to one side and ends in an open arrow head; `side` is 1 for after, −1 for before.
fn arrow(mark: &Mark, y: f32, look: Look, side: f32, shapes: &mut Vec<Shape>) {
    let (known, root) = if side > 0.0 {
        ((mark.hull.0, mark.hull.1.max(mark.hull.0 + 4.0)), mark.hull.1.max(mark.hull.0 + 4.0))
    } else {
        ((mark.hull.0.min(mark.hull.1 - 4.0), mark.hull.1), mark.hull.0.min(mark.hull.1 - 4.0))
    };
    let opacity = if mark.body.is_some() && !mark.is_hollow { body_opacity(mark) } else { TAPE_OPACITY * 2.0 };
    tails(mark, y, look, shapes);
    let reach = match (mark.body, side > 0.0) {
        (Some(body), true) => (body.0, known.1),
        (Some(body), false) => (known.0, body.1),
        (None, _) => known,
    };
    if reach.1 - reach.0 > 6.0 {
        shapes.push(slab(reach, y, fill(look, opacity), outline(mark, look)));
    }
    let tip = root + side * ARROW_PX;
    let (near, far) = (opacity * 0.75 * look.opacity, 0.08);
    let shaft = Rect::new(root.min(tip), y - BAR_HALF_PX + 2.0, root.max(tip), y + BAR_HALF_PX - 2.0);
    let (left, right) = if side > 0.0 { (near, far) } else { (far, near) };
    let fade = Some(Fill::Fade { role: look.role, left, right });
    shapes.push(Shape::Rect { rect: shaft, radius: 0.0, fill: fade, stroke: None });
    let head = [(-6.0, -6.0), (0.0, 0.0), (-6.0, 6.0)].map(|(x, dy)| Point::new(tip + side * x, y + dy));
    let stroke = Some(Stroke::new(look.role, 1.75).dimmed(look.opacity));
    shapes.push(Shape::Path { points: head.into(), closed: false, fill: None, stroke });
}

/// The rings of selection, keyboard and pointer.
fn ring(mark: &Mark, y: f32, look: Look) -> Option<Shape> {
    let (role, width) = match (look.is_focused, look.is_selected, look.is_hovered) {
        (true, ..) => (ColourRole::Focus, 2.0),
        (_, true, _) => (ColourRole::Accent, 2.0),
        (_, _, true) => (ColourRole::TextMuted, 1.25),
        _ => return None,
    };
    let stroke = Some(Stroke::new(role, width));
    Some(match mark.form {
        Form::Glyph | Form::Bracket | Form::Tape => {
            Shape::Circle { centre: Point::new(mark.glyph_x, y), radius: GLYPH_PX + 4.5, fill: None, stroke }
        }
        _ => {
            let (left, right) = match mark.form {
                Form::ArrowAfter => (mark.hull.0, mark.hull.1 + ARROW_PX),
                Form::ArrowBefore => (mark.hull.0 - ARROW_PX, mark.hull.1),
                _ => mark.hull,
            };
            let rect = Rect::new(left, y - BAR_HALF_PX, right, y + BAR_HALF_PX).grow(2.0);
            Shape::Rect { rect, radius: RADIUS_PX + 2.0, fill: None, stroke }
        }
    })
}

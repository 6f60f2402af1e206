//! The shapes of a scene: all that a painter must be able to paint, positioned in pixels, coloured by role.

use super::ColourRole;

/// A point in pixels from the scene's top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

/// An upright rectangle in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

/// The inside of a shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    /// One colour.
    Solid {
        /// Which.
        role: ColourRole,
        /// 0…1.
        opacity: f32,
    },
    /// One colour whose opacity changes evenly from the shape's left to its right edge.
    Fade {
        /// Which.
        role: ColourRole,
        /// At the left edge, 0…1.
        left: f32,
        /// At the right edge, 0…1.
        right: f32,
    },
}

/// The outline of a shape, or a line; centred on the geometry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub role: ColourRole,
    /// 0…1.
    pub opacity: f32,
    /// Its width in pixels.
    pub width: f32,
    /// Lengths of dash and gap in pixels; `None` = unbroken.
    pub dash: Option<(f32, f32)>,
}

/// Which end of a text stands at its position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Text begins there.
    #[default]
    Start,
    /// Text is centred there.
    Middle,
    /// Text ends there.
    End,
}

/// A line of words, short enough for its place already.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where; `y` is the middle of the capital letters.
    pub at: Point,
    /// Which end is there.
    pub anchor: Anchor,
    /// The words.
    pub words: String,
    /// Font size in pixels.
    pub size: f32,
    /// Bold instead of regular.
    pub bold: bool,
    /// Its colour.
    pub role: ColourRole,
    /// 0…1.
    pub opacity: f32,
}

/// Something to paint.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle with round corners.
    Rect {
        /// Where.
        rect: Rect,
        /// Radius of the corners in pixels.
        radius: f32,
        /// Inside.
        fill: Option<Fill>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A circle: something happens.
    Circle {
        /// Its centre.
        centre: Point,
        /// In pixels.
        radius: f32,
        /// Inside.
        fill: Option<Fill>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A diamond, standing on a corner: a photo.
    Diamond {
        /// Its centre.
        centre: Point,
        /// From the centre to a corner, in pixels.
        radius: f32,
        /// Inside.
        fill: Option<Fill>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A square with slightly round corners: a statement.
    Square {
        /// Its centre.
        centre: Point,
        /// Half its side, in pixels.
        radius: f32,
        /// Inside.
        fill: Option<Fill>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A straight line.
    Line {
        /// One end.
        from: Point,
        /// The other.
        to: Point,
        /// How.
        stroke: Stroke,
    },
    /// The area between an upper and a lower line: a density.
    Area {
        /// From left to right: x, upper y, lower y.
        columns: Vec<(f32, f32, f32)>,
        /// Inside.
        fill: Fill,
    },
    /// A line through points, or the convex polygon within them when closed.
    Path {
        /// In order.
        points: Vec<Point>,
        /// Whether the last point leads back to the first.
        closed: bool,
        /// Inside; for closed paths.
        fill: Option<Fill>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// Words.
    Text(Text),
}

impl Point {
    /// The point (`x`, `y`).
    pub fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

impl Rect {
    /// From the upper left to the lower right corner.
    pub fn new(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self { left, top, right, bottom }
    }

    /// Around `centre`, `half_width` and `half_height` to each side.
    pub fn around(centre: Point, half_width: f32, half_height: f32) -> Self {
        Self::new(centre.x - half_width, centre.y - half_height, centre.x + half_width, centre.y + half_height)
    }

    /// Width in pixels.
    pub fn width(self) -> f32 {
        self.right - self.left
    }

    /// Height in pixels.
    pub fn height(self) -> f32 {
        self.bottom - self.top
    }

    /// The centre.
    pub fn centre(self) -> Point {
        Point::new((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    /// Whether `point` lies inside.
    pub fn holds(self, point: Point) -> bool {
        self.left <= point.x && point.x < self.right && self.top <= point.y && point.y < self.bottom
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(self, other: Rect) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// The part that both share; empty when they do not meet.
    pub fn intersection(self, other: Rect) -> Rect {
        let (left, top) = (self.left.max(other.left), self.top.max(other.top));
        Rect::new(left, top, self.right.min(other.right).max(left), self.bottom.min(other.bottom).max(top))
    }

    /// The smallest rectangle around both.
    pub fn cover(self, other: Rect) -> Rect {
        Rect::new(
            self.left.min(other.left),
            self.top.min(other.top),
            self.right.max(other.right),
            self.bottom.max(other.bottom),
        )
    }

    /// The rectangle moved to the right and down.
    pub fn moved(self, dx: f32, dy: f32) -> Rect {
        Rect::new(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)
    }

    /// The rectangle with every edge moved outwards by `by_px`.
    pub fn grow(self, by_px: f32) -> Rect {
        Rect::new(self.left - by_px, self.top - by_px, self.right + by_px, self.bottom + by_px)
    }
}

impl Shape {
    /// The shape moved to the right and down.
    pub fn moved(&self, dx: f32, dy: f32) -> Shape {
        let move_point = |point: &mut Point| *point = Point::new(point.x + dx, point.y + dy);
        let mut shape = self.clone();
        match &mut shape {
            Shape::Rect { rect, .. } => *rect = rect.moved(dx, dy),
            Shape::Circle { centre, .. } | Shape::Diamond { centre, .. } | Shape::Square { centre, .. } => {
                move_point(centre);
            }
            Shape::Line { from, to, .. } => {
                move_point(from);
                move_point(to);
            }
            Shape::Area { columns, .. } => {
                columns.iter_mut().for_each(|column| *column = (column.0 + dx, column.1 + dy, column.2 + dy));
            }
            Shape::Path { points, .. } => points.iter_mut().for_each(move_point),
            Shape::Text(text) => move_point(&mut text.at),
        }
        shape
    }
}

impl Fill {
    /// `role` at full strength.
    pub fn solid(role: ColourRole) -> Self {
        Self::Solid { role, opacity: 1.0 }
    }

    /// The same with every opacity multiplied.
    pub fn dimmed(self, by: f32) -> Self {
        match self {
            Self::Solid { role, opacity } => Self::Solid { role, opacity: opacity * by },
            Self::Fade { role, left, right } => Self::Fade { role, left: left * by, right: right * by },
        }
    }
}

impl Stroke {
    /// An unbroken line of `role`, `width` pixels wide.
    pub fn new(role: ColourRole, width: f32) -> Self {
        Self { role, opacity: 1.0, width, dash: None }
    }

    /// The same, dashed.
    pub fn dashed(self, dash: f32, gap: f32) -> Self {
        Self { dash: Some((dash, gap)), ..self }
    }

    /// The same with its opacity multiplied.
    pub fn dimmed(self, by: f32) -> Self {
        Self { opacity: self.opacity * by, ..self }
    }
}

//! The painter: a scene's shapes as egui's. It holds no layout arithmetic; where a thing goes, the scene says.

use crate::gui::fonts;
use crate::scene::{Anchor, ColourRole, Fill, Point, Rect, Scene, Shape, Stroke, Text, Theme};
use egui::{Align2, Color32, Painter, Pos2, Vec2, epaint};

/// Height of Noto Sans' capital letters as a share of the font size.
const CAPITAL_HEIGHT: f32 = 0.714;

/// Paints `scene` with its upper left corner at `origin`.
pub fn scene(painter: &Painter, scene: &Scene, origin: Pos2, theme: &Theme) {
    for layer in &scene.layers {
        let clip = rect(layer.clip, origin).intersect(painter.clip_rect());
        if !clip.is_positive() {
            continue;
        }
        let painting = Painting { painter: &painter.with_clip_rect(clip), origin, theme };
        layer.shapes.iter().for_each(|shape| painting.shape(shape));
    }
}

/// A scene's rectangle on the screen.
pub fn rect(rect: Rect, origin: Pos2) -> egui::Rect {
    egui::Rect::from_min_max(
        point(Point::new(rect.left, rect.top), origin),
        point(Point::new(rect.right, rect.bottom), origin),
    )
}

fn point(point: Point, origin: Pos2) -> Pos2 {
    origin + Vec2::new(point.x, point.y)
}

struct Painting<'a> {
    painter: &'a Painter,
    origin: Pos2,
    theme: &'a Theme,
}

impl Painting<'_> {
    fn colour(&self, role: ColourRole, opacity: f32) -> Color32 {
        let [red, green, blue] = self.theme.colour(role);
        Color32::from_rgb(red, green, blue).gamma_multiply(opacity.clamp(0.0, 1.0))
    }

    fn shape(&self, shape: &Shape) {
        match shape {
            Shape::Rect { rect, radius, fill, stroke } => self.rect(*rect, *radius, *fill, *stroke),
            Shape::Circle { centre, radius, fill, stroke } => {
                let centre = point(*centre, self.origin);
                if let Some(fill) = fill {
                    self.painter.circle_filled(centre, *radius, self.even(*fill));
                }
                match stroke {
                    Some(stroke) if stroke.dash.is_some() => self.outline(&circle_points(centre, *radius), *stroke),
                    Some(stroke) => {
                        self.painter.circle_stroke(centre, *radius, self.stroke(*stroke));
                    }
                    None => {}
                }
            }
            Shape::Diamond { centre, radius, fill, stroke } => {
                let corners = [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)];
                let points = corners.map(|(x, y)| point(*centre, self.origin) + Vec2::new(x, y) * *radius);
                self.polygon(points.to_vec(), *fill, *stroke);
            }
            Shape::Square { centre, radius, fill, stroke } => {
                self.rect(Rect::around(*centre, *radius, *radius), 1.5, *fill, *stroke);
            }
            Shape::Line { from, to, stroke } => self.line(&[*from, *to].map(|p| point(p, self.origin)), *stroke),
            Shape::Area { columns, fill } => {
                self.painter.add(self.area(columns, *fill));
            }
            Shape::Path { points, closed, fill, stroke } => {
                let points: Vec<Pos2> = points.iter().map(|p| point(*p, self.origin)).collect();
                match (closed, stroke) {
                    (true, _) => self.polygon(points, *fill, *stroke),
                    (false, Some(stroke)) => self.line(&points, *stroke),
                    (false, None) => {}
                }
            }
            Shape::Text(text) => self.text(text),
        }
    }

    /// The colour of a fill where an even one is needed.
    fn even(&self, fill: Fill) -> Color32 {
        match fill {
            Fill::Solid { role, opacity } => self.colour(role, opacity),
            Fill::Fade { role, left, right } => self.colour(role, (left + right) / 2.0),
        }
    }

    fn stroke(&self, stroke: Stroke) -> egui::Stroke {
        egui::Stroke::new(stroke.width, self.colour(stroke.role, stroke.opacity))
    }

    fn rect(&self, shape: Rect, radius: f32, fill: Option<Fill>, stroke: Option<Stroke>) {
        let area = rect(shape, self.origin);
        match fill {
            Some(Fill::Fade { role, left, right }) => {
                let colours = [self.colour(role, left), self.colour(role, right)];
                self.painter.add(fading_rect(area, colours));
            }
            Some(fill) => {
                self.painter.rect_filled(area, radius, self.even(fill));
            }
            None => {}
        }
        match stroke {
            Some(stroke) if stroke.dash.is_some() => self.outline(&round_rect_points(area, radius), stroke),
            Some(stroke) => {
                self.painter.rect_stroke(area, radius, self.stroke(stroke), egui::StrokeKind::Middle);
            }
            None => {}
        }
    }

    fn polygon(&self, points: Vec<Pos2>, fill: Option<Fill>, stroke: Option<Stroke>) {
        if let Some(fill) = fill {
            self.painter.add(egui::Shape::convex_polygon(points.clone(), self.even(fill), egui::Stroke::NONE));
        }
        if let Some(stroke) = stroke {
            self.outline(&points, stroke);
        }
    }

    /// The area between an upper and a lower line, which no convex polygon can show.
    fn area(&self, columns: &[(f32, f32, f32)], fill: Fill) -> egui::Shape {
        let colour = self.even(fill);
        let mut mesh = epaint::Mesh::default();
        for (at, (x, upper, lower)) in columns.iter().enumerate() {
            mesh.colored_vertex(point(Point::new(*x, *upper), self.origin), colour);
            mesh.colored_vertex(point(Point::new(*x, *lower), self.origin), colour);
            if at > 0 {
                let corner = 2 * at as u32;
                mesh.add_triangle(corner - 2, corner - 1, corner);
                mesh.add_triangle(corner - 1, corner, corner + 1);
            }
        }
        egui::Shape::mesh(mesh)
    }

    /// A closed line.
    fn outline(&self, points: &[Pos2], stroke: Stroke) {
        let mut closed = points.to_vec();
        closed.extend(points.first());
        self.line(&closed, stroke);
    }

    fn line(&self, points: &[Pos2], stroke: Stroke) {
        let line = self.stroke(stroke);
        match (stroke.dash, points) {
            (Some((dash, gap)), _) => {
                self.painter.extend(egui::Shape::dashed_line(points, line, dash.max(0.5), gap.max(0.5)));
            }
            // Lines along the pixel grid stay crisp as segments.
            (None, [from, to]) => {
                self.painter.line_segment([*from, *to], line);
            }
            (None, _) => {
                self.painter.add(egui::Shape::line(points.to_vec(), line));
            }
        }
    }

    fn text(&self, text: &Text) {
        let font = if text.bold { fonts::bold_at(text.size) } else { fonts::regular_at(text.size) };
        let colour = self.colour(text.role, text.opacity);
        let galley = self.painter.layout_no_wrap(text.words.clone(), font, colour);
        let Some(baseline) = galley.rows.first().and_then(|row| Some(row.pos.y + row.glyphs.first()?.pos.y)) else {
            return;
        };
        let at = point(text.at, self.origin);
        let align = match text.anchor {
            Anchor::Start => Align2::LEFT_TOP,
            Anchor::Middle => Align2::CENTER_TOP,
            Anchor::End => Align2::RIGHT_TOP,
        };
        let top = at.y + text.size * CAPITAL_HEIGHT / 2.0 - baseline;
        let placed = align.anchor_size(Pos2::new(at.x, top), galley.size());
        self.painter.galley(placed.min, galley, colour);
    }
}

fn fading_rect(area: egui::Rect, [left, right]: [Color32; 2]) -> egui::Shape {
    let mut mesh = epaint::Mesh::default();
    for (corner, colour) in
        [(area.left_top(), left), (area.right_top(), right), (area.right_bottom(), right), (area.left_bottom(), left)]
    {
        mesh.colored_vertex(corner, colour);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    egui::Shape::mesh(mesh)
}

fn circle_points(centre: Pos2, radius: f32) -> Vec<Pos2> {
    (0..24).map(|step| centre + Vec2::angled(step as f32 * std::f32::consts::TAU / 24.0) * radius).collect()
}

fn round_rect_points(area: egui::Rect, radius: f32) -> Vec<Pos2> {
    let mut points = Vec::new();
    epaint::tessellator::path::rounded_rectangle(&mut points, epaint::RoundedRect::new(area, radius));
    points
}

//! SVG: scenes as text, words as words, with the font named and, if wanted, carried inside.

use crate::scene::{
    Anchor, ColourRole, FONT_BOLD, FONT_FAMILY, FONT_REGULAR, Fill, FontMeasure, Layer, Point, Rect, Scene, Shape,
    Stroke, Text, TextMeasure, Theme,
};
use base64::Engine;
use std::fmt::Write;

/// Half of a capital letter's height, as a share of the font size: from a text's middle down to its baseline.
const BASELINE: f32 = 0.357;

/// An SVG document that is being written.
pub(super) struct SvgWriter<'a> {
    theme: &'a Theme,
    body: String,
    defs: String,
    ids: usize,
}

impl<'a> SvgWriter<'a> {
    /// An empty document in the colours of `theme`.
    pub(super) fn new(theme: &'a Theme) -> Self {
        Self { theme, body: String::new(), defs: String::new(), ids: 0 }
    }

    /// Paints `scene` with its upper left corner at `at`.
    pub(super) fn scene(&mut self, scene: &Scene, at: Point) {
        _ = writeln!(self.body, "<g transform=\"translate({} {})\">", Px(at.x), Px(at.y));
        for layer in &scene.layers {
            self.layer(layer);
        }
        self.body.push_str("</g>\n");
    }

    fn layer(&mut self, layer: &Layer) {
        let Rect { left, top, .. } = layer.clip;
        let id = self.next_id("clip");
        let (width, height) = (Px(layer.clip.width()), Px(layer.clip.height()));
        _ = writeln!(
            self.defs,
            "<clipPath id=\"{id}\"><rect x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{height}\"/></clipPath>",
            Px(left),
            Px(top)
        );
        _ = writeln!(self.body, "<g clip-path=\"url(#{id})\">");
        for shape in &layer.shapes {
            self.shape(shape);
        }
        self.body.push_str("</g>\n");
    }

    /// Paints one shape.
    pub(super) fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { rect, radius, fill, stroke } => self.rect(*rect, *radius, *fill, *stroke),
            Shape::Circle { centre, radius, fill, stroke } => {
                let style = self.style(*fill, *stroke);
                let (x, y, r) = (Px(centre.x), Px(centre.y), Px(*radius));
                _ = writeln!(self.body, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{style}/>");
            }
            Shape::Diamond { centre, radius, fill, stroke } => {
                let corner = |dx: f32, dy: f32| Point::new(centre.x + dx * radius, centre.y + dy * radius);
                let points = [corner(0.0, -1.0), corner(1.0, 0.0), corner(0.0, 1.0), corner(-1.0, 0.0)];
                self.path(&points, true, *fill, *stroke);
            }
            Shape::Square { centre, radius, fill, stroke } => {
                self.rect(Rect::around(*centre, *radius, *radius), 1.0, *fill, *stroke);
            }
            Shape::Line { from, to, stroke } => {
                let style = self.style(None, Some(*stroke));
                let [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(Px);
                _ = writeln!(self.body, "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{style}/>");
            }
            Shape::Area { columns, fill } => {
                let upper = columns.iter().map(|(x, top, _)| Point::new(*x, *top));
                let lower = columns.iter().rev().map(|(x, _, bottom)| Point::new(*x, *bottom));
                self.path(&upper.chain(lower).collect::<Vec<_>>(), true, Some(*fill), None);
            }
            Shape::Path { points, closed, fill, stroke } => self.path(points, *closed, *fill, *stroke),
            Shape::Text(text) => self.text(text),
        }
    }

    fn rect(&mut self, rect: Rect, radius: f32, fill: Option<Fill>, stroke: Option<Stroke>) {
        let style = self.style(fill, stroke);
        let [x, y, width, height] = [rect.left, rect.top, rect.width().max(0.0), rect.height().max(0.0)].map(Px);
        let round = if radius > 0.0 { format!(" rx=\"{}\"", Px(radius)) } else { String::new() };
        _ = writeln!(self.body, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{round}{style}/>");
    }

    fn path(&mut self, points: &[Point], closed: bool, fill: Option<Fill>, stroke: Option<Stroke>) {
        let style = self.style(fill, stroke);
        self.body.push_str("<path d=\"");
        for (number, point) in points.iter().enumerate() {
            let command = if number == 0 { 'M' } else { 'L' };
            _ = write!(self.body, "{command}{} {}", Px(point.x), Px(point.y));
        }
        _ = writeln!(self.body, "{}\"{style}/>", if closed { "Z" } else { "" });
    }

    fn text(&mut self, text: &Text) {
        if text.words.is_empty() {
            return;
        }
        let anchor = match text.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = if text.bold { " font-weight=\"700\"" } else { "" };
        let opacity = if text.opacity < 1.0 { format!(" opacity=\"{}\"", Px(text.opacity)) } else { String::new() };
        // Where the font is missing its stand-in is set to the same width, so that words never run into each other.
        let width_px = FontMeasure.width_px(&text.words, text.size, text.bold);
        let length = if text.words.chars().nth(1).is_some() {
            format!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", Px(width_px))
        } else {
            String::new()
        };
        _ = writeln!(
            self.body,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{anchor}{weight}{opacity}{length}>{}</text>",
            Px(text.at.x),
            Px(text.at.y + BASELINE * text.size),
            Px(text.size),
            self.colour(text.role),
            escaped(&text.words)
        );
    }

    /// Attributes for fill and stroke.
    fn style(&mut self, fill: Option<Fill>, stroke: Option<Stroke>) -> String {
        let mut style = match fill {
            None => " fill=\"none\"".to_owned(),
            Some(Fill::Solid { role, opacity }) => {
                let mut style = format!(" fill=\"{}\"", self.colour(role));
                if opacity < 1.0 {
                    _ = write!(style, " fill-opacity=\"{}\"", Px(opacity));
                }
                style
            }
            Some(Fill::Fade { role, left, right }) => format!(" fill=\"url(#{})\"", self.gradient(role, left, right)),
        };
        if let Some(Stroke { role, opacity, width, dash }) = stroke {
            _ = write!(style, " stroke=\"{}\" stroke-width=\"{}\"", self.colour(role), Px(width));
            if opacity < 1.0 {
                _ = write!(style, " stroke-opacity=\"{}\"", Px(opacity));
            }
            if let Some((dash, gap)) = dash {
                _ = write!(style, " stroke-dasharray=\"{} {}\"", Px(dash), Px(gap));
            }
        }
        style
    }

    fn gradient(&mut self, role: ColourRole, left: f32, right: f32) -> String {
        let id = self.next_id("fade");
        let colour = self.colour(role);
        let (left, right) = (Px(left), Px(right));
        _ = writeln!(
            self.defs,
            "<linearGradient id=\"{id}\"><stop offset=\"0\" stop-color=\"{colour}\" stop-opacity=\"{left}\"/>\
             <stop offset=\"1\" stop-color=\"{colour}\" stop-opacity=\"{right}\"/></linearGradient>"
        );
        id
    }

    fn next_id(&mut self, prefix: &str) -> String {
        self.ids += 1;
        format!("{prefix}{}", self.ids)
    }

    fn colour(&self, role: ColourRole) -> String {
        let [red, green, blue] = self.theme.colour(role);
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The finished document; `title` is its name for screen readers.
    pub(super) fn finish(self, width_px: f32, height_px: f32, title: &str, embed_font: bool) -> String {
        let (width, height) = (Px(width_px), Px(height_px));
        let font = if embed_font { font_faces() } else { String::new() };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"'{FONT_FAMILY}', sans-serif\" role=\"img\">\n\
             <title>{}</title>\n{font}<defs>\n{}</defs>\n{}</svg>\n",
            escaped(title),
            self.defs,
            self.body
        )
    }
}

/// The font itself, for viewers that do not have it.
fn font_faces() -> String {
    let face = |weight: u32, bytes: &[u8]| {
        let data = base64::engine::general_purpose::STANDARD.encode(bytes);
        format!(
            "@font-face{{font-family:'{FONT_FAMILY}';font-weight:{weight};\
             src:url(data:font/ttf;base64,{data}) format('truetype')}}\n"
        )
    };
    format!("<style>\n{}{}</style>\n", face(400, FONT_REGULAR), face(700, FONT_BOLD))
}

/// A number with at most two decimals, without a needless zero.
struct Px(f32);

impl std::fmt::Display for Px {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rounded = (f64::from(self.0) * 100.0).round() / 100.0;
        write!(f, "{}", if rounded.is_finite() { rounded + 0.0 } else { 0.0 })
    }
}

/// `words` safe within an element; characters that XML does not know are dropped.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!([1.0, 1.5, -0.001, 2.0 / 3.0, f32::NAN].map(|n| Px(n).to_string()), ["1", "1.5", "0", "0.67", "0"]);
    }

    #[test]
    fn words_cannot_break_the_document() {
        assert_eq!(escaped("a<b> & “c”\u{1}\nd"), "a&lt;b&gt; &amp; “c” d");
    }
}

//! A picture: the scene between a title with range and counts, and a legend with the sources, so that it stands alone.

use super::png::check_size;
use super::svg::SvgWriter;
use super::{ExportError, ExportRequest, What};
use crate::scene::{
    Anchor, ColourRole, Count, Fill, FontMeasure, Options, Point, Rect, Scene, Shape, Stroke, Text, TextMeasure, Theme,
    Viewport, fit_all, fit_story, grouped, layout, legend, shorten, undated_row, wrap,
};
use crate::timeline::{TimeRange, Timeline};

const MARGIN_PX: f32 = 28.0;
const TITLE_PX: f32 = 20.0;
const TITLE_LINE_PX: f32 = 27.0;
const SMALL_PX: f32 = 12.0;
const SOURCE_LINE_PX: f32 = 20.0;
/// The narrowest picture: below, no label fits.
pub const MIN_WIDTH_PX: u32 = 320;
/// Height taken for granted when deciding how roomy rows are; the picture grows to what it needs.
const USUAL_HEIGHT_PX: f32 = 720.0;
/// Undated events are listed in at most so many lines.
const UNDATED_LINES: usize = 4;
/// At most so many sources are listed.
const SOURCES_AT_MOST: usize = 40;

/// The picture as an SVG document.
///
/// Refused when `pixels_per_unit` would make it too large to be rasterised.
pub(super) fn picture(
    timeline: &Timeline,
    request: &ExportRequest,
    pixels_per_unit: Option<f32>,
) -> Result<String, ExportError> {
    let theme = if request.dark { Theme::dark() } else { Theme::light() };
    let width = request.width_px.max(MIN_WIDTH_PX) as f32;
    let mut page = Page { out: SvgWriter::new(theme), y: MARGIN_PX, width };
    let parts = Parts::new(timeline, request, page.inner_px());
    let height = parts.height_px();
    if let Some(scale) = pixels_per_unit {
        check_size(width * scale, height * scale)?;
    }
    page.ground(height);
    page.header(&parts);
    page.timeline(&parts);
    page.below(&parts);
    Ok(page.out.finish(width, height, &parts.spoken, request.embed_font))
}

/// The picture's parts, laid out before their places are known.
struct Parts {
    title: Vec<String>,
    subtitle: Vec<String>,
    scene: Scene,
    undated: Scene,
    legend: Option<Scene>,
    sources: Vec<SourceEntry>,
    more_sources: usize,
    spoken: String,
}

/// A line of the source list, shortened to fit.
struct SourceEntry {
    series: Option<u32>,
    title: String,
    rest: String,
}

impl Parts {
    fn new(timeline: &Timeline, request: &ExportRequest, width: f32) -> Self {
        let measure = &FontMeasure;
        let options = Options { grow: true, ..Options::default() };
        let all = fit_all(timeline, width, measure);
        let story = if request.what == What::Story { fit_story(timeline, width, measure) } else { all };
        let (what, time) = match request.what {
            What::Range(range) => (request.what, range),
            What::Story if story != all => (What::Range(story), story),
            What::Whole | What::Story => (What::Whole, all),
        };
        let view = Viewport { time, width_px: width, height_px: USUAL_HEIGHT_PX, scroll_px: 0.0 };
        let scene = layout(timeline, &view, &options, measure);
        let undated = undated_row(timeline, width, UNDATED_LINES, &options, measure);
        let legend = request.legend.then(|| legend(timeline, &scene, width, measure));
        let title = request.title.clone().unwrap_or_else(|| usual_title(timeline));
        let subtitle = subtitle(timeline, what, &scene);
        let listed = if request.sources { timeline.sources().len() } else { 0 };
        Self {
            spoken: format!("{title}. {subtitle}"),
            title: wrap(&title, width * 0.95, TITLE_PX * 1.06, 2, measure),
            subtitle: wrap(&subtitle, width, 13.0, 3, measure),
            scene,
            undated,
            legend: legend.filter(|legend| legend.height_px > 0.0),
            sources: sources(timeline, listed.min(SOURCES_AT_MOST), width),
            more_sources: listed.saturating_sub(SOURCES_AT_MOST),
        }
    }

    fn height_px(&self) -> f32 {
        let header = self.title.len() as f32 * TITLE_LINE_PX + self.subtitle.len() as f32 * 19.0 + 14.0;
        let legend = self.legend.as_ref().map_or(0.0, |legend| legend.height_px + 10.0);
        let lines = self.sources.len() + usize::from(self.more_sources > 0);
        let sources = if lines == 0 { 0.0 } else { 34.0 + lines as f32 * SOURCE_LINE_PX };
        MARGIN_PX * 2.0 + header + self.scene.height_px + self.undated.height_px + legend + sources + 26.0
    }
}

/// The one article's title, or how many there are.
fn usual_title(timeline: &Timeline) -> String {
    match timeline.sources() {
        [] => "Timeline".to_owned(),
        [only] => only.title.clone(),
        many => format!("Timeline of {} articles", many.len()),
    }
}

/// Range and counts: what is shown and what is left out.
fn subtitle(timeline: &Timeline, what: What, scene: &Scene) -> String {
    let dated = timeline.dated_count();
    let mut parts = Vec::new();
    if dated > 0 {
        let range = match what {
            What::Range(range) => range,
            What::Whole | What::Story => timeline.hull().unwrap_or_default(),
        };
        parts.push(range.in_words());
    }
    let Count { in_view, clustered, .. } = scene.count;
    let left_out = if let What::Range(_) = what { dated.saturating_sub(in_view) } else { 0 };
    parts.push(if left_out > 0 { format!("{} of {}", grouped(in_view), events(dated)) } else { events(dated) });
    if clustered > 0 {
        parts.push(format!("{} only counted, for want of room", grouped(clustered)));
    }
    match timeline.undated_count() {
        0 => {}
        undated => parts.push(format!("{} undated", grouped(undated))),
    }
    parts.join(" · ")
}

fn events(count: usize) -> String {
    if count == 1 { "1 event".to_owned() } else { format!("{} events", grouped(count)) }
}

fn sources(timeline: &Timeline, count: usize, width: f32) -> Vec<SourceEntry> {
    let coloured = timeline.sources().len() > 1;
    let entry = |source: &crate::timeline::SourceLine| {
        let rest: Vec<&str> = source.publisher.as_deref().into_iter().chain(source.date.as_deref()).collect();
        let rest = shorten(&rest.join(", "), width * 0.4, SMALL_PX, false, &FontMeasure);
        let rest_px = FontMeasure.width_px(&rest, SMALL_PX, false);
        let title = shorten(&source.title, width - rest_px - 40.0, SMALL_PX, false, &FontMeasure);
        SourceEntry { series: coloured.then_some(source.series), title, rest }
    };
    timeline.sources().iter().take(count).map(entry).collect()
}

/// The document while it is filled from top to bottom.
struct Page<'a> {
    out: SvgWriter<'a>,
    y: f32,
    width: f32,
}

impl Page<'_> {
    fn inner_px(&self) -> f32 {
        self.width - 2.0 * MARGIN_PX
    }

    fn ground(&mut self, height: f32) {
        let rect = Rect::new(0.0, 0.0, self.width, height);
        let fill = Some(Fill::solid(ColourRole::Panel));
        self.out.shape(&Shape::Rect { rect, radius: 0.0, fill, stroke: None });
    }

    fn header(&mut self, parts: &Parts) {
        for line in &parts.title {
            self.words(MARGIN_PX, TITLE_LINE_PX, line, TITLE_PX, true, ColourRole::Text);
            self.y += TITLE_LINE_PX;
        }
        for line in &parts.subtitle {
            self.words(MARGIN_PX, 19.0, line, 13.0, false, ColourRole::TextMuted);
            self.y += 19.0;
        }
        self.y += 14.0;
    }

    /// Scene and undated events in one frame.
    fn timeline(&mut self, parts: &Parts) {
        let top = self.y;
        self.out.scene(&parts.scene, Point::new(MARGIN_PX, self.y));
        self.y += parts.scene.height_px;
        if parts.undated.height_px > 0.0 {
            self.out.scene(&parts.undated, Point::new(MARGIN_PX, self.y));
            self.line(self.y);
            self.y += parts.undated.height_px;
        }
        let frame = Rect::new(MARGIN_PX, top, MARGIN_PX + self.inner_px(), self.y);
        let stroke = Some(Stroke::new(ColourRole::Border, 1.0));
        self.out.shape(&Shape::Rect { rect: frame, radius: 0.0, fill: None, stroke });
    }

    fn below(&mut self, parts: &Parts) {
        if let Some(legend) = &parts.legend {
            self.y += 10.0;
            self.out.scene(legend, Point::new(MARGIN_PX, self.y));
            self.y += legend.height_px;
        }
        if !parts.sources.is_empty() {
            self.y += 14.0;
            self.words(MARGIN_PX, SOURCE_LINE_PX, "Sources", SMALL_PX, true, ColourRole::TextMuted);
            self.y += SOURCE_LINE_PX;
        }
        for source in &parts.sources {
            self.source(source);
        }
        if parts.more_sources > 0 {
            let words = format!("and {} more", parts.more_sources);
            self.words(MARGIN_PX, SOURCE_LINE_PX, &words, SMALL_PX, false, ColourRole::TextMuted);
            self.y += SOURCE_LINE_PX;
        }
        self.y += 10.0;
        let at = Point::new(MARGIN_PX + self.inner_px(), self.y + 8.0);
        self.text(at, Anchor::End, "Made with Dateline", 11.0, false, ColourRole::TextMuted);
    }

    fn source(&mut self, source: &SourceEntry) {
        let middle = self.y + SOURCE_LINE_PX / 2.0;
        let mut x = MARGIN_PX;
        if let Some(series) = source.series {
            let (centre, fill) = (Point::new(x + 5.0, middle), Some(Fill::solid(ColourRole::Series(series))));
            self.out.shape(&Shape::Circle { centre, radius: 4.5, fill, stroke: None });
            x += 18.0;
        }
        self.words(x, SOURCE_LINE_PX, &source.title, SMALL_PX, false, ColourRole::Text);
        let end = x + FontMeasure.width_px(&source.title, SMALL_PX, false) + 10.0;
        self.words(end, SOURCE_LINE_PX, &source.rest, SMALL_PX, false, ColourRole::TextMuted);
        self.y += SOURCE_LINE_PX;
    }

    fn line(&mut self, y: f32) {
        let (from, to) = (Point::new(MARGIN_PX, y), Point::new(MARGIN_PX + self.inner_px(), y));
        self.out.shape(&Shape::Line { from, to, stroke: Stroke::new(ColourRole::Border, 1.0) });
    }

    /// Words at `x` in a line of `line_px` that starts at the current height.
    fn words(&mut self, x: f32, line_px: f32, words: &str, size: f32, bold: bool, role: ColourRole) {
        self.text(Point::new(x, self.y + line_px / 2.0), Anchor::Start, words, size, bold, role);
    }

    fn text(&mut self, at: Point, anchor: Anchor, words: &str, size: f32, bold: bool, role: ColourRole) {
        let words = words.to_owned();
        self.out.shape(&Shape::Text(Text { at, anchor, words, size, bold, role, opacity: 1.0 }));
    }
}

/// The range that a picture of `timeline` shows when nothing else is asked for.
pub fn whole_range(timeline: &Timeline, width_px: u32) -> TimeRange {
    fit_all(timeline, width_px.max(MIN_WIDTH_PX) as f32 - 2.0 * MARGIN_PX, &FontMeasure)
}

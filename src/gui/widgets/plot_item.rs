//! The timeline's one plot item: it paints a whole scene into egui_plot's frame.
//!
//! egui_plot gives the frame, its transform in `f64` and the interaction; a scene has its own geometry and hit-testing,
//! so the plot is told of neither points nor hovering (its hover would search every point in every frame).

use super::paint;
use crate::scene::{Scene, Theme};
use egui::{Color32, Shape, Ui};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform};
use std::ops::RangeInclusive;
use std::sync::Arc;

/// A scene as a plot item.
pub struct SceneItem {
    base: PlotItemBase,
    scene: Arc<Scene>,
    theme: &'static Theme,
}

impl SceneItem {
    /// The item that paints `scene`.
    pub fn new(scene: Arc<Scene>, theme: &'static Theme) -> Self {
        Self { base: PlotItemBase::new("timeline".to_owned()), scene, theme }
    }
}

impl PlotItem for SceneItem {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, _shapes: &mut Vec<Shape>) {
        // Layers have clips of their own, which shapes in the plot's list cannot have: painted here, at once.
        let frame = *transform.frame();
        paint::scene(&ui.painter().with_clip_rect(frame), &self.scene, frame.min, self.theme);
    }

    fn initialize(&mut self, _x_range: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        Color32::TRANSPARENT
    }

    fn allow_hover(&self) -> bool {
        false
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        let time = self.scene.time;
        PlotBounds::from_min_max([time.start_s, 0.0], [time.end_s, 1.0])
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

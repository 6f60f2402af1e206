//! The time scale: a straight line between seconds and pixels, in both directions.

use crate::timeline::TimeRange;

/// Maps a range of time onto a range of pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    /// The time shown.
    pub time: TimeRange,
    /// Where it starts.
    pub left_px: f32,
    /// How wide it is.
    pub width_px: f32,
}

/// No view is shorter than this: a minute is the finest date there is.
pub const MIN_VIEW_S: f64 = 60.0;
/// No view is longer than this: the calendar has about 524,000 years.
pub const MAX_VIEW_S: f64 = 1.5e13;

impl TimeScale {
    /// Shows `time` from `left_px` on over `width_px`; odd ranges are made showable.
    pub fn new(time: TimeRange, left_px: f32, width_px: f32) -> Self {
        Self { time: showable(time), left_px, width_px: width_px.max(1.0) }
    }

    /// Seconds a pixel.
    pub fn seconds_per_px(&self) -> f64 {
        self.time.len_s() / f64::from(self.width_px)
    }

    /// The pixel of a moment.
    pub fn x_from_time(&self, seconds: f64) -> f32 {
        let x = f64::from(self.left_px) + (seconds - self.time.start_s) / self.seconds_per_px();
        x.clamp(-1e7, 1e7) as f32
    }

    /// The moment of a pixel.
    pub fn time_from_x(&self, x: f32) -> f64 {
        self.time.start_s + f64::from(x - self.left_px) * self.seconds_per_px()
    }

    /// The range after zooming by `factor` (above 1 = closer) about the pixel `x`.
    pub fn zoomed(&self, factor: f64, x: f32) -> TimeRange {
        let factor = if factor.is_finite() && factor > 0.0 { factor } else { 1.0 };
        let len_s = (self.time.len_s() / factor).clamp(MIN_VIEW_S, MAX_VIEW_S);
        let share = f64::from((x - self.left_px) / self.width_px);
        let start_s = self.time_from_x(x) - share * len_s;
        TimeRange::new(start_s, start_s + len_s)
    }

    /// The range after moving the content by `by_px` to the right.
    pub fn panned(&self, by_px: f32) -> TimeRange {
        let by_s = f64::from(by_px) * self.seconds_per_px();
        TimeRange::new(self.time.start_s - by_s, self.time.end_s - by_s)
    }
}

/// `time` with finite ends in order, not shorter or longer than can be shown.
pub fn showable(time: TimeRange) -> TimeRange {
    let finite = |seconds: f64| if seconds.is_finite() { seconds.clamp(-MAX_VIEW_S, MAX_VIEW_S) } else { 0.0 };
    let (start_s, end_s) = (finite(time.start_s), finite(time.end_s));
    let len_s = (end_s - start_s).clamp(MIN_VIEW_S, MAX_VIEW_S);
    TimeRange::new(start_s, start_s + len_s)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_and_seconds_are_inverse() {
        let scale = TimeScale::new(TimeRange::new(1.7e9, 1.8e9), 160.0, 840.0);
        for x in [160.0, 500.0, 1_000.0] {
            assert!((scale.x_from_time(scale.time_from_x(x)) - x).abs() < 0.01);
        }
    }

    #[test]
    fn zooming_keeps_the_moment_under_the_pointer() {
        let scale = TimeScale::new(TimeRange::new(0.0, 1e6), 10.0, 800.0);
        let before = scale.time_from_x(300.0);
        let after = TimeScale::new(scale.zoomed(1.25, 300.0), 10.0, 800.0).time_from_x(300.0);
        assert!((before - after).abs() < 1.0);
    }

    #[test]
    fn odd_ranges_become_showable() {
        for (start, end) in
            [(0.0, 0.0), (5.0, -5.0), (f64::NAN, 1.0), (f64::NEG_INFINITY, f64::INFINITY), (-1e300, 1e300)]
        {
            let time = showable(TimeRange::new(start, end));
            assert!(time.len_s() >= MIN_VIEW_S && time.len_s() <= MAX_VIEW_S, "{time:?}");
        }
    }
}

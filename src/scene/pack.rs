//! Packing: every mark gets the first row in which it has room, so that no two ever overlap.

/// Stretches of pixels that are taken, a list a row, each sorted and free of overlap.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    rows: Vec<Vec<(f32, f32)>>,
    limit: usize,
}

impl Rows {
    /// No rows yet, and never more than `limit`.
    pub(super) fn new(limit: usize) -> Self {
        Self { rows: Vec::new(), limit }
    }

    /// Takes `room` in the first row where it is free, and says which; `None` when every row is full there.
    pub(super) fn take(&mut self, room: (f32, f32)) -> Option<usize> {
        for (number, row) in self.rows.iter_mut().enumerate() {
            let at = row.partition_point(|taken| taken.1 <= room.0);
            if row.get(at).is_none_or(|next| next.0 >= room.1) {
                row.insert(at, room);
                return Some(number);
            }
        }
        (self.rows.len() < self.limit).then(|| {
            self.rows.push(vec![room]);
            self.rows.len() - 1
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_with_room_is_taken() {
        let mut rows = Rows::new(2);
        assert_eq!(rows.take((0.0, 100.0)), Some(0));
        assert_eq!(rows.take((50.0, 150.0)), Some(1));
        assert_eq!(rows.take((100.0, 120.0)), Some(0), "rooms may touch");
        assert_eq!(rows.take((90.0, 110.0)), None, "both rows are full there");
        assert_eq!(rows.take((150.0, 900.0)), Some(0));
        assert_eq!(rows.take((-50.0, 0.0)), Some(0));
    }
}

//! A memory of answers: news repeats its words, and what was worked out for a word once need not be worked out again.
//!
//! Only for answers that hang on nothing but their key, so that a result never depends on what was read before. Its size
//! is fixed: a new answer takes the place of an older one.

/// Answers by the last bits of their keys, which must be hashes; 0 is no key.
#[derive(Clone, Debug)]
pub struct Memory<V> {
    slots: Vec<(u64, V)>,
    size: usize,
}

impl<V: Copy> Memory<V> {
    /// A memory for `size` answers, a power of two; it takes its space with the first.
    pub const fn new(size: usize) -> Self {
        Self { slots: Vec::new(), size }
    }

    /// The answer to `key`: the one remembered, or the one that `find` gives.
    pub fn get(&mut self, key: u64, find: impl FnOnce() -> V) -> V {
        let place = key as usize & self.size.wrapping_sub(1);
        if let Some((have, value)) = self.slots.get(place)
            && *have == key
            && key != 0
        {
            return *value;
        }
        let value = find();
        if self.slots.is_empty() {
            self.slots.resize(self.size, (0, value));
        }
        if let Some(slot) = self.slots.get_mut(place) {
            *slot = (key, value);
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_found_once() {
        let mut memory = Memory::new(4);
        let mut asked = 0;
        for key in [1_u64, 1, 5, 1, 0, 0] {
            let mut find = || {
                asked += 1;
                key * 10
            };
            assert_eq!(memory.get(key, &mut find), key * 10);
        }
        assert_eq!(asked, 5, "5 takes the place of 1, 0 is never remembered");
    }
}

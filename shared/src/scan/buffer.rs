//! A list that is on the stack until it grows.

/// Holds up to `N` items without allocation.
pub struct Buffer<T, const N: usize> {
    inline: [T; N],
    filled: usize,
    spilled: Vec<T>,
}

impl<T: Copy, const N: usize> Buffer<T, N> {
    /// An empty list; `nothing` fills the unused places.
    pub const fn new(nothing: T) -> Self {
        Self { inline: [nothing; N], filled: 0, spilled: Vec::new() }
    }

    /// Adds `item` at the end.
    #[inline]
    pub fn push(&mut self, item: T) {
        if let Some(place) = self.inline.get_mut(self.filled) {
            *place = item;
            self.filled += 1;
        } else {
            if self.spilled.is_empty() {
                self.spilled.extend_from_slice(&self.inline);
            }
            self.spilled.push(item);
        }
    }

    /// Keeps the first `length` items.
    pub fn truncate(&mut self, length: usize) {
        if self.spilled.is_empty() {
            self.filled = self.filled.min(length);
        } else {
            self.spilled.truncate(length);
            if length <= N {
                self.filled = length;
                self.spilled.clear();
            }
        }
    }

    /// Every item, in order.
    #[inline]
    pub fn items(&self) -> &[T] {
        if self.spilled.is_empty() {
            self.inline.get(..self.filled).unwrap_or_default()
        } else {
            &self.spilled
        }
    }

    /// Every item, to change.
    #[inline]
    pub fn items_mut(&mut self) -> &mut [T] {
        if self.spilled.is_empty() {
            self.inline.get_mut(..self.filled).unwrap_or_default()
        } else {
            &mut self.spilled
        }
    }
}

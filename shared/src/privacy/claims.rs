//! What has been found so far, and which digits are spoken for.

use super::reading::{Group, Reading};
use super::{Category, Finding};
use crate::scan::{Buffer, Kind};
use core::cmp::Reverse;
use core::ops::Range;

/// The findings of a message while it is judged.
pub(super) struct Claims {
    pub(super) found: Vec<Finding>,
    taken: Buffer<Option<Category>, 24>,
}

impl Claims {
    pub(super) fn new(groups: usize) -> Self {
        let mut taken = Buffer::new(None);
        (0..groups).for_each(|_| taken.push(None));
        Self { found: Vec::new(), taken }
    }

    /// Whether the group is part of a finding.
    pub(super) fn has(&self, group: usize) -> bool {
        self.taken.items().get(group).is_none_or(Option::is_some)
    }

    /// What the group is part of.
    pub(super) fn category(&self, group: usize) -> Option<Category> {
        self.taken.items().get(group).copied().flatten()
    }

    /// Whether a finding of this kind was made.
    pub(super) fn holds(&self, category: Category) -> bool {
        self.found.iter().any(|finding| finding.category == category)
    }

    /// Marks the groups whose first token lies in `tokens`.
    fn take(&mut self, reading: &Reading<'_>, tokens: &Range<usize>, category: Category) {
        let groups = reading.groups();
        let from = groups.partition_point(|group| group.last < tokens.start);
        for (group, taken) in groups.iter().zip(self.taken.items_mut()).skip(from) {
            if group.first >= tokens.end {
                break;
            }
            *taken = Some(category);
        }
    }

    /// Tokens `tokens` are a `category`.
    pub(super) fn tokens(&mut self, reading: &Reading<'_>, tokens: Range<usize>, category: Category) {
        self.take(reading, &tokens, category);
        let is_turn = |at: usize| reading.kind(at) == Some(Kind::Turn);
        if !reading.has_turns() || !tokens.clone().any(is_turn) {
            self.push(reading, tokens, category);
            return;
        }
        if category == Category::Dob {
            // The month's name is no digit.
            let mut start = tokens.start;
            for end in tokens.start..=tokens.end {
                if end == tokens.end || is_turn(end) {
                    self.push(reading, start..end, category);
                    start = end + 1;
                }
            }
            return;
        }
        // Of every message only its own digits, not the words before them.
        let groups = reading.groups();
        let from = groups.partition_point(|group| group.last < tokens.start);
        let mut piece: Option<Range<usize>> = None;
        for group in groups.iter().skip(from).take_while(|group| group.first < tokens.end) {
            piece = Some(match piece {
                Some(piece) if !(piece.end..group.first).any(is_turn) => piece.start..group.last + 1,
                Some(piece) => {
                    self.push(reading, piece, category);
                    group.first..group.last + 1
                }
                None => group.first.min(tokens.start)..group.last + 1,
            });
        }
        if let Some(piece) = piece {
            self.push(reading, piece, category);
        }
    }

    fn push(&mut self, reading: &Reading<'_>, tokens: Range<usize>, category: Category) {
        if let (Some(first), Some(last)) =
            (reading.token(tokens.start), reading.token(tokens.end.wrapping_sub(1)))
        {
            self.found.push(Finding { span: first.start as usize..last.end as usize, category });
        }
    }

    /// Groups `groups`, from their first digit to their last, are a `category`.
    pub(super) fn groups(&mut self, reading: &Reading<'_>, groups: Range<usize>, category: Category) {
        let all: &[Group] = reading.groups().get(groups).unwrap_or_default();
        if let (Some(first), Some(last)) = (all.first(), all.last()) {
            self.tokens(reading, first.first..last.last + 1, category);
        }
    }

    /// Some digits inside of groups are a `category`; the groups count as taken.
    pub(super) fn digits(
        &mut self,
        reading: &Reading<'_>,
        groups: Range<usize>,
        span: Range<u32>,
        category: Category,
    ) {
        let all: &[Group] = reading.groups().get(groups).unwrap_or_default();
        if let (Some(first), Some(last)) = (all.first(), all.last()) {
            self.take(reading, &(first.first..last.last + 1), category);
            self.found.push(Finding { span: span.start as usize..span.end as usize, category });
        }
    }

    /// The findings in order, without overlaps: of two that overlap the one that starts first takes in the other.
    pub(super) fn in_order(mut self) -> Vec<Finding> {
        sort(&mut self.found);
        self.found.dedup_by(|later, kept| {
            let overlaps = later.span.start < kept.span.end;
            if overlaps {
                kept.span.end = kept.span.end.max(later.span.end);
            }
            overlaps
        });
        self.found
    }
}

/// Shell's sort, in a tenth of the code that the library's takes in the widget: findings are few and nearly in order.
fn sort(found: &mut [Finding]) {
    /// Up to so many, plain insertion is as fast and leaves equals as they were.
    const FEW: usize = 20;
    let wrong = |found: &[Finding], one: usize, other: usize| {
        let key = |at: usize| found.get(at).map(|finding| (finding.span.start, Reverse(finding.span.end)));
        key(one) > key(other)
    };
    for gap in [701, 301, 132, 57, 23, 10, 4, 1] {
        if gap > 1 && found.len() <= FEW {
            continue;
        }
        for end in gap..found.len() {
            let mut at = end;
            while at >= gap && wrong(found, at - gap, at) {
                found.swap(at - gap, at);
                at -= gap;
            }
        }
    }
}

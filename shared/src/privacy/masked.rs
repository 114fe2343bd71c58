//! The only text that travels.

use super::{Category, Finding};
use core::ops::Range;
use serde::{Deserialize, Deserializer, Serialize};

const OPEN: char = '⟦';
const CLOSE: char = '⟧';

/// Text out of which the engine has taken what must not travel. Only this room makes it.
///
/// A mask stands in it as `⟦PAN⟧`: the code of its [`Category`], so that every reader sees it in their own language (see
/// [`MaskedText::segments`]) and no digit survives. It has neither `Debug` nor `Display`, so that no log can hold it.
///
/// `Deserialize` is for what the edge itself once masked: frames towards a client and opened rows. What comes *from* a
/// client is [`Untrusted`](crate::wire::v1::Untrusted).
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct MaskedText(Box<str>);

impl<'de> Deserialize<'de> for MaskedText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(text.into_boxed_str()))
    }
}

impl MaskedText {
    /// Puts masks into `text`. `findings` must be in order and must not overlap.
    pub(super) fn with(text: &str, findings: &[Finding]) -> Self {
        Self::replace(text, findings.iter().map(|finding| (finding.span.clone(), finding.category)))
    }

    fn replace(text: &str, spans: impl Iterator<Item = (Range<usize>, Category)>) -> Self {
        let mut masked = String::with_capacity(text.len());
        let mut done = 0;
        for (span, category) in spans {
            masked.push_str(text.get(done..span.start).unwrap_or_default());
            masked.push(OPEN);
            masked.push_str(category.code());
            masked.push(CLOSE);
            done = span.end;
        }
        masked.push_str(text.get(done..).unwrap_or_default());
        Self(masked.into_boxed_str())
    }

    /// How many bytes a mask of this kind takes.
    pub(super) const fn mask_length(category: Category) -> usize {
        OPEN.len_utf8() + category.code().len() + CLOSE.len_utf8()
    }

    /// The text with its masks in their written form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Takes out one more piece, found later: `span` counts bytes of this text. A span that is not one leaves it as it was.
    #[must_use]
    pub fn struck(&self, span: Range<usize>, category: Category) -> Self {
        if self.0.get(span.clone()).is_none() {
            return self.clone();
        }
        Self::replace(&self.0, core::iter::once((span, category)))
    }

    /// The text in pieces, for showing.
    pub fn segments(&self) -> Segments<'_> {
        Segments { rest: &self.0 }
    }
}

/// A piece of a [`MaskedText`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Segment<'a> {
    /// Words as they were written.
    Words(&'a str),
    /// Something of this kind was taken out here.
    Mask(Category),
}

/// The pieces of a [`MaskedText`], in order.
pub struct Segments<'a> {
    rest: &'a str,
}

/// The first mask in `text`: where it starts, what it is, where it ends.
fn first_mask(text: &str) -> Option<(usize, Category, usize)> {
    for (start, _) in text.match_indices(OPEN) {
        let inner = start + OPEN.len_utf8();
        let Some(length) = text.get(inner..).and_then(|after| after.find(CLOSE)) else { break };
        if let Some(category) = text.get(inner..inner + length).and_then(Category::from_code) {
            return Some((start, category, inner + length + CLOSE.len_utf8()));
        }
    }
    None
}

impl<'a> Iterator for Segments<'a> {
    type Item = Segment<'a>;

    fn next(&mut self) -> Option<Segment<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        let rest = self.rest;
        match first_mask(rest) {
            Some((0, category, end)) => {
                self.rest = rest.get(end..).unwrap_or_default();
                Some(Segment::Mask(category))
            }
            Some((start, ..)) => {
                self.rest = rest.get(start..).unwrap_or_default();
                rest.get(..start).map(Segment::Words)
            }
            None => {
                self.rest = "";
                Some(Segment::Words(rest))
            }
        }
    }
}

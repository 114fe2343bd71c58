//! Why something was masked or let through, for an administrator who asks; costs nothing where nobody does.

use super::kept::Kept;
use core::ops::Range;

/// Is told what the engine sees and decides. `()` listens to nothing, and the compiler leaves the telling out.
pub trait Trace {
    /// The engine took a step: `what` it saw or concluded about the bytes `span`.
    fn step(&mut self, span: Range<usize>, what: &'static str);
    /// The engine recognised something that passes.
    fn kept(&mut self, span: Range<usize>, kind: Kept);
}

impl Trace for () {
    #[inline]
    fn step(&mut self, _: Range<usize>, _: &'static str) {}
    #[inline]
    fn kept(&mut self, _: Range<usize>, _: Kept) {}
}

/// One step of an explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Bytes of the text that was looked at.
    pub span: Range<usize>,
    /// What was seen or concluded.
    pub what: &'static str,
}

/// Remembers everything it is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// The steps, in the order they were taken.
    pub steps: Vec<Step>,
    /// What was recognised and let through.
    pub kept: Vec<(Range<usize>, Kept)>,
}

impl Trace for Explanation {
    fn step(&mut self, span: Range<usize>, what: &'static str) {
        self.steps.push(Step { span, what });
    }

    fn kept(&mut self, span: Range<usize>, kind: Kept) {
        self.kept.push((span, kind));
    }
}

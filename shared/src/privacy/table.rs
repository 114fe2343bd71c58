//! Tables: a number in a row of cells is what the heading of its column says.

use super::label::Label;
use super::reading::Reading;
use crate::scan::Kind;

/// Tokens from a number back to its heading, and of a line.
const REACH: usize = 80;

impl Reading<'_> {
    /// The label in the heading of the column in which token `first` stands: `name,dob,ssn` over `Ana,07/19/1983,529-11-2040`.
    pub(super) fn heading(&self, first: usize) -> Option<Label> {
        let mark = [b',', b'|'].into_iter().find(|mark| self.has_mark(*mark))?;
        let delimits = |at: &usize| self.punct(*at, &[mark]);
        let start = self.line_start(first).filter(|start| *start > 0)?;
        let column = (start..first).filter(delimits).count();
        let columns = (start..start + REACH).take_while(|at| !self.ends_line(*at)).filter(delimits).count();
        if columns == 0 {
            return None;
        }
        // Over other rows up to the line that has no number.
        let (mut end, mut line) = (start - 1, self.line_start(start - 1)?);
        while (line..end).any(|at| self.kind(at) == Some(Kind::Number)) {
            if line == 0 || first - line > REACH {
                return None;
            }
            (end, line) = (line - 1, self.line_start(line - 1)?);
        }
        if (line..end).filter(delimits).count() != columns {
            return None;
        }
        let mut cell = 0;
        let mut found = None;
        for at in line..end {
            cell += usize::from(delimits(&at));
            if cell == column && self.kind(at) == Some(Kind::Word) {
                found = self.meaning(at, usize::MAX).map(|meaning| (meaning, at)).or(found);
            }
        }
        let (meaning, at) = found?;
        Some(Label { meaning, at, words: 0, crossed: 0, last: false, apart: false })
    }

    fn ends_line(&self, at: usize) -> bool {
        matches!(self.kind(at), None | Some(Kind::Newline | Kind::Turn))
    }

    /// The first token of the line in which token `at` stands, unless it is out of reach.
    fn line_start(&self, at: usize) -> Option<usize> {
        let from = at.saturating_sub(REACH);
        let before = (from..at).rev().find(|at| self.ends_line(*at));
        before.map(|at| at + 1).or((from == 0).then_some(0))
    }
}

//! What every match of a wording holds, read off its program.

use super::op::Op;

/// A word, or an entry of a vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    Word(u16),
    Vocabulary(u16),
}

/// Pieces one of which must be there: where they begin and end among all pieces.
#[derive(Debug, Clone, Copy)]
pub(super) struct Need {
    start: u32,
    end: u32,
}

/// What a program's wordings need. Everything lies in two lists: a list for each wording would cost more than all else
/// that is made ready at the start.
#[derive(Debug, Default)]
pub(super) struct Needs {
    pieces: Vec<Piece>,
    needs: Vec<Need>,
}

/// What one wording needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wants {
    /// The pieces that a match may begin with.
    pub opens: Need,
    /// How many of its needs these are themselves: the first, or none.
    pub opened: usize,
    /// The first and one past the last of its needs, in the order of the words.
    start: u32,
    end: u32,
}

impl Needs {
    /// Reads what the wording at this place of the program needs.
    pub fn read(&mut self, program: &[Op], place: usize) -> Wants {
        let first = self.pieces.len();
        self.openings(program, place);
        let opens = self.need(first);
        let start = narrow(self.needs.len());
        self.wants(program, place);
        let first = self.needs.get(start as usize);
        let opened = first.is_some_and(|&first| self.pieces(first) == self.pieces(opens));
        Wants { opens, opened: opened.into(), start, end: narrow(self.needs.len()) }
    }

    /// The pieces of a need.
    pub fn pieces(&self, need: Need) -> &[Piece] {
        &self.pieces[need.start as usize..need.end as usize]
    }

    /// Every vocabulary that is a piece of a need.
    pub fn vocabularies(&self) -> impl Iterator<Item = u16> {
        self.pieces.iter().filter_map(|piece| match *piece {
            Piece::Vocabulary(vocabulary) => Some(vocabulary),
            Piece::Word(_) => None,
        })
    }

    /// What every match of the wording holds, in order.
    pub fn of(&self, wants: Wants) -> &[Need] {
        &self.needs[wants.start as usize..wants.end as usize]
    }

    fn need(&self, first: usize) -> Need {
        Need { start: narrow(first), end: narrow(self.pieces.len()) }
    }

    fn openings(&mut self, program: &[Op], place: usize) {
        match step(program, place) {
            Step::Piece(piece) => self.pieces.push(piece),
            Step::Choice { other, .. } => {
                self.openings(program, place + 1);
                self.openings(program, other);
            }
            Step::Jump(to) => self.openings(program, to),
            Step::Else => self.openings(program, place + 1),
            Step::End => {}
        }
    }

    fn wants(&mut self, program: &[Op], mut place: usize) {
        loop {
            let first = self.pieces.len();
            match step(program, place) {
                Step::End => return,
                Step::Piece(piece) => self.pieces.push(piece),
                Step::Choice { end, .. } => {
                    if !self.gather(program, place, end) {
                        self.pieces.truncate(first);
                    }
                    place = end - 1;
                }
                Step::Jump(_) | Step::Else => {}
            }
            if self.pieces.len() > first {
                self.needs.push(self.need(first));
            }
            place += 1;
        }
    }

    /// Adds what a part of the program needs, whichever way it goes; false if one way needs nothing.
    fn gather(&mut self, program: &[Op], mut place: usize, end: usize) -> bool {
        while place < end {
            let known = self.pieces.len();
            match step(program, place) {
                Step::Piece(piece) => {
                    self.pieces.push(piece);
                    return true;
                }
                Step::Choice { other, end: after } => {
                    if self.gather(program, place + 1, other - 1) && self.gather(program, other, after) {
                        return true;
                    }
                    self.pieces.truncate(known);
                    place = after;
                }
                Step::Jump(_) | Step::Else | Step::End => place += 1,
            }
        }
        false
    }
}

fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

enum Step {
    Piece(Piece),
    /// Two ways: the next step or `other`; both go on at `end`. The first way ends with a jump over the other.
    Choice {
        other: usize,
        end: usize,
    },
    Jump(usize),
    Else,
    End,
}

fn step(program: &[Op], place: usize) -> Step {
    match program[place] {
        Op::Word(word) => Step::Piece(Piece::Word(word)),
        Op::Vocabulary(vocabulary) => Step::Piece(Piece::Vocabulary(vocabulary)),
        Op::Split(further) => {
            let other = place + usize::from(further);
            let Step::Jump(end) = step(program, other - 1) else { return Step::Else };
            Step::Choice { other, end }
        }
        Op::Jump(further) => Step::Jump(place + usize::from(further)),
        Op::Match => Step::End,
        Op::Gap(_) | Op::Head => Step::Else,
    }
}

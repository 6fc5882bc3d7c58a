//! What every match of a wording holds, read off its program.

use super::op::Op;

/// A word, or an entry of a vocabulary.
#[derive(Debug, Clone, Copy)]
pub(super) enum Piece {
    Word(u16),
    Vocabulary(u16),
}

/// Pieces one of which must be there.
pub(super) type Need = Vec<Piece>;

/// The pieces that a match may begin with.
pub(super) fn openings(program: &[Op], place: usize, opens: &mut Need) {
    match step(program, place) {
        Step::Piece(piece) => opens.push(piece),
        Step::Choice { other, .. } => {
            openings(program, place + 1, opens);
            openings(program, other, opens);
        }
        Step::Jump(to) => openings(program, to, opens),
        Step::Else => openings(program, place + 1, opens),
        Step::End => {}
    }
}

/// What every match from this place of the program on holds, in order.
pub(super) fn needs(program: &[Op], mut place: usize) -> Vec<Need> {
    let mut needs = Vec::new();
    loop {
        let mut need = Need::new();
        match step(program, place) {
            Step::End => return needs,
            Step::Piece(piece) => need.push(piece),
            Step::Choice { end, .. } if gather(program, place, end, &mut need) => place = end - 1,
            Step::Choice { end, .. } => {
                need.clear();
                place = end - 1;
            }
            Step::Jump(_) | Step::Else => {}
        }
        if !need.is_empty() {
            needs.push(need);
        }
        place += 1;
    }
}

/// Adds what a part of the program needs, whichever way it goes; false if one way needs nothing.
fn gather(program: &[Op], mut place: usize, end: usize, need: &mut Need) -> bool {
    while place < end {
        let known = need.len();
        match step(program, place) {
            Step::Piece(piece) => {
                need.push(piece);
                return true;
            }
            Step::Choice { other, end: after } => {
                if gather(program, place + 1, other - 1, need) && gather(program, other, after, need) {
                    return true;
                }
                need.truncate(known);
                place = after;
            }
            Step::Jump(_) | Step::Else | Step::End => place += 1,
        }
    }
    false
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

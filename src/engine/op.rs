//! The steps of the matcher's program, unpacked from the bytes that are shipped.

use super::packed::{self, LONG_GAP, Reader, SHORT_GAP};

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Op {
    /// The wording is found.
    Match,
    /// This word must come next.
    Word(u16),
    /// An entry of this vocabulary must come next.
    Vocabulary(u16),
    /// Up to so many tokens may come next, as few as possible.
    Gap(u8),
    /// Go on here, and if that fails, so many steps further on.
    Split(u16),
    /// Go on so many steps further on.
    Jump(u16),
    /// The next word carries the clause.
    Head,
}

/// The program of all wordings, each ended by its match; symbols from `words` on are vocabularies.
pub(super) fn unpack(packed: &[u8], common: &[u16], words: u16) -> Vec<Op> {
    let mut program = Program { reader: Reader::new(packed, common), words, ops: Vec::new() };
    while !program.reader.is_empty() {
        while program.way() != packed::END {}
    }
    program.ops
}

struct Program<'a> {
    reader: Reader<'a>,
    words: u16,
    ops: Vec<Op>,
}

impl Program<'_> {
    /// Unpacks up to where this way of a choice or the wording ends; the byte that ends it.
    fn way(&mut self) -> u8 {
        loop {
            let byte = self.reader.byte();
            let op = match byte {
                packed::END => Op::Match,
                packed::OR | packed::CLOSE => return byte,
                packed::OPEN => {
                    self.choice();
                    continue;
                }
                packed::HEAD => Op::Head,
                packed::SHORT => Op::Gap(SHORT_GAP),
                packed::LONG => Op::Gap(LONG_GAP),
                first => self.piece(first),
            };
            self.ops.push(op);
            if op == Op::Match {
                return byte;
            }
        }
    }

    fn piece(&mut self, first: u8) -> Op {
        let symbol = self.reader.symbol(first);
        symbol.checked_sub(self.words).map_or(Op::Word(symbol), Op::Vocabulary)
    }

    /// Each way but the last is tried first, and jumps over the rest.
    fn choice(&mut self) {
        let split = self.ops.len();
        self.ops.push(Op::Split(0));
        if self.way() == packed::OR {
            let jump = self.ops.len();
            self.ops.push(Op::Jump(0));
            self.ops[split] = Op::Split(distance(split, jump + 1));
            self.choice();
            self.ops[jump] = Op::Jump(distance(jump, self.ops.len()));
        } else {
            self.ops.remove(split);
        }
    }
}

fn distance(from: usize, to: usize) -> u16 {
    u16::try_from(to - from).unwrap_or_default()
}

//! One step of the matcher's program, and how it is packed into a number.

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// The wording is found.
    Match,
    /// This word must come next.
    Word(u16),
    /// An entry of this vocabulary must come next.
    Vocabulary(u16),
    /// Up to so many tokens may come next, as few as possible.
    Gap(u16),
    /// Go on here, and if that fails, so many steps further on.
    Split(u16),
    /// Go on so many steps further on.
    Jump(u16),
    /// The next word carries the clause.
    Head,
}

/// The largest argument: three bits name the step, the others are its argument.
pub const MOST: u16 = (1 << 13) - 1;

impl Op {
    /// Packs the step into a number; `None` if its argument is too large.
    #[allow(dead_code, reason = "the build packs, the reader unpacks")]
    pub fn pack(self) -> Option<u16> {
        let (step, argument) = match self {
            Self::Match => (0, 0),
            Self::Word(id) => (1, id),
            Self::Vocabulary(id) => (2, id),
            Self::Gap(most) => (3, most),
            Self::Split(further) => (4, further),
            Self::Jump(further) => (5, further),
            Self::Head => (6, 0),
        };
        (argument <= MOST).then_some(step << 13 | argument)
    }

    /// Reads a packed step.
    pub fn unpack(packed: u16) -> Self {
        let argument = packed & MOST;
        match packed >> 13 {
            1 => Self::Word(argument),
            2 => Self::Vocabulary(argument),
            3 => Self::Gap(argument),
            4 => Self::Split(argument),
            5 => Self::Jump(argument),
            6 => Self::Head,
            _ => Self::Match,
        }
    }
}

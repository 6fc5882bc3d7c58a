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
    Gap(u8),
    /// Go on here, and if that fails, there.
    Split(u16),
    /// Go on there.
    Jump(u16),
    /// The next word carries the clause.
    Head,
}

/// A place in the program, if it is short enough.
pub fn address(place: usize) -> Result<u16, String> {
    u16::try_from(place).map_err(|_| "the rules have outgrown the program's addresses".to_owned())
}

impl Op {
    /// Packs the step into a number.
    pub const fn pack(self) -> u32 {
        match self {
            Self::Match => 0,
            Self::Word(id) => 1 << 16 | id as u32,
            Self::Vocabulary(id) => 2 << 16 | id as u32,
            Self::Gap(most) => 3 << 16 | most as u32,
            Self::Split(place) => 4 << 16 | place as u32,
            Self::Jump(place) => 5 << 16 | place as u32,
            Self::Head => 6 << 16,
        }
    }

    /// Reads a packed step.
    #[allow(clippy::cast_possible_truncation, reason = "the lower half is the argument")]
    pub const fn unpack(packed: u32) -> Self {
        let argument = packed as u16;
        match packed >> 16 {
            1 => Self::Word(argument),
            2 => Self::Vocabulary(argument),
            3 => Self::Gap(argument as u8),
            4 => Self::Split(argument),
            5 => Self::Jump(argument),
            6 => Self::Head,
            _ => Self::Match,
        }
    }
}

/// FNV-1a: where a word stands in the table of words.
pub fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

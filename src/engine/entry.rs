//! How the entries of a vocabulary are packed: items in a row, each a word or the forms of an inflected one.

/// Marks an item as a vocabulary of forms, not a word.
pub const FORMS: u16 = 1 << 13;
/// Marks the last item of an entry.
pub const LAST: u16 = 1 << 15;
/// Ends a vocabulary.
pub const END: u16 = u16::MAX;

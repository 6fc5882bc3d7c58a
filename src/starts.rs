//! Texts found by the two bytes they begin with: most pairs in running text begin none of them.

/// For what two bytes are mixed to, the places of the texts that begin with such two.
pub(crate) struct Starts(Vec<Vec<u16>>);

/// So many different outcomes has a mixture.
const MIXTURES: usize = 256;

impl Starts {
    pub(crate) fn new() -> Self {
        Self(vec![Vec::new(); MIXTURES])
    }

    /// Notes where a text of the list stands.
    pub(crate) fn note(&mut self, text: &str, place: usize) {
        self.0[mixture(text.as_bytes())].push(u16::try_from(place).unwrap_or(u16::MAX));
    }

    /// The places of all texts that may begin as these bytes do.
    pub(crate) fn of(&self, bytes: &[u8]) -> &[u16] {
        &self.0[mixture(bytes)]
    }
}

fn mixture(bytes: &[u8]) -> usize {
    match bytes {
        [] => 0,
        [only] => usize::from(*only),
        [first, second, ..] => (usize::from(*first) * 31 + usize::from(*second)) % MIXTURES,
    }
}

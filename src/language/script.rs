//! Letters of scripts that name their language by themselves.

use crate::letters::{is_letter, small};

/// How many letters of each script stand in a text.
#[derive(Debug, Default, Clone)]
pub(super) struct Letters {
    all: usize,
    han: usize,
    kana: usize,
    hangul: usize,
    arabic: usize,
    persian: usize,
    hebrew: usize,
    cyrillic: usize,
    ukrainian: usize,
    serbian: usize,
    russian: usize,
    greek: usize,
    thai: usize,
    devanagari: usize,
}

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        let mut letters = Self::default();
        if text.is_ascii() {
            letters.all = text.bytes().filter(u8::is_ascii_alphabetic).count();
            return letters;
        }
        for letter in text.chars().filter(|c| is_letter(*c)) {
            letters.all += 1;
            if letter > '\u{36f}' {
                letters.count_letter(letter);
            }
        }
        letters
    }

    fn count_letter(&mut self, letter: char) {
        match letter {
            '\u{370}'..='\u{3ff}' => self.greek += 1,
            '\u{400}'..='\u{4ff}' => self.count_cyrillic(letter),
            '\u{590}'..='\u{5ff}' => self.hebrew += 1,
            '\u{600}'..='\u{6ff}' => self.count_arabic(letter),
            '\u{900}'..='\u{97f}' => self.devanagari += 1,
            '\u{e00}'..='\u{e7f}' => self.thai += 1,
            '\u{3040}'..='\u{30ff}' => self.kana += 1,
            '\u{3400}'..='\u{9fff}' => self.han += 1,
            '\u{ac00}'..='\u{d7af}' => self.hangul += 1,
            _ => {}
        }
    }

    fn count_cyrillic(&mut self, letter: char) {
        self.cyrillic += 1;
        match small(letter) {
            'і' | 'ї' | 'є' | 'ґ' => self.ukrainian += 1,
            'ј' | 'љ' | 'њ' | 'ћ' | 'ђ' => self.serbian += 1,
            'ы' | 'э' | 'ё' => self.russian += 1,
            _ => {}
        }
    }

    fn count_arabic(&mut self, letter: char) {
        self.arabic += 1;
        self.persian += usize::from(matches!(letter, 'پ' | 'چ' | 'ژ' | 'گ' | 'ی'));
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.all += other.all;
        self.han += other.han;
        self.kana += other.kana;
        self.hangul += other.hangul;
        self.arabic += other.arabic;
        self.persian += other.persian;
        self.hebrew += other.hebrew;
        self.cyrillic += other.cyrillic;
        self.ukrainian += other.ukrainian;
        self.serbian += other.serbian;
        self.russian += other.russian;
        self.greek += other.greek;
        self.thai += other.thai;
        self.devanagari += other.devanagari;
    }

    pub(super) fn count(&self) -> usize {
        self.all
    }

    /// Whether most letters belong to one of these scripts (their texts need no blanks between words).
    pub(super) fn is_foreign(&self) -> bool {
        self.language().is_some()
    }

    /// The language that the prevailing script belongs to.
    pub(super) fn language(&self) -> Option<&'static str> {
        let east_asian = self.han + self.kana;
        let scripts = [
            (east_asian, if self.kana * 10 > east_asian { "ja" } else { "zh" }),
            (self.hangul, "ko"),
            (self.arabic, if self.persian * 20 > self.arabic { "fa" } else { "ar" }),
            (self.hebrew, "he"),
            (self.cyrillic, self.slavic()),
            (self.greek, "el"),
            (self.thai, "th"),
            (self.devanagari, "hi"),
        ];
        let (count, code) = scripts.into_iter().max_by_key(|(count, _)| *count)?;
        (count > 0 && count * 10 >= self.all * 4).then_some(code)
    }

    fn slavic(&self) -> &'static str {
        let most = self.ukrainian.max(self.serbian).max(self.russian);
        match most {
            0 => "bg",
            _ if most == self.ukrainian => "uk",
            _ if most == self.serbian => "sr",
            _ => "ru",
        }
    }
}

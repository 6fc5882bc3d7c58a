//! Letters of all scripts, told apart by their ranges. Unicode's own tables would weigh 6 KB gzipped in the browser.

/// Whether it is a letter or a digit of any script.
pub(crate) const fn is_letter_or_digit(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii() && !is_sign(c)
}

/// Whether it is a letter of any script.
pub(crate) const fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii() && !is_sign(c)
}

/// Whether it is a capital letter (Latin, Greek, Cyrillic).
pub(crate) const fn is_capital(c: char) -> bool {
    small(c) != c
}

/// Whether it is a small letter (Latin, Greek, Cyrillic).
pub(crate) const fn is_small(c: char) -> bool {
    c.is_ascii_lowercase() || matches!(c, 'ß'..='\u{52f}') && is_letter(c) && !is_capital(c)
}

/// The small letter of a capital one (Latin, Greek, Cyrillic); anything else as it is.
pub(crate) const fn small(c: char) -> char {
    let step = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        'Έ'..='Ί' => 37,
        'İ' => return 'i',
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ș'..='ȳ' | 'Ѡ'..='ѿ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' => 1 - c as u32 % 2,
        'Ĺ'..='ň' | 'Ź'..='ž' => c as u32 % 2,
        _ => 0,
    };
    match char::from_u32(c as u32 + step) {
        Some(small) => small,
        None => c,
    }
}

/// How many words a text has: runs without a blank.
pub(crate) fn count_words(text: &str) -> usize {
    let (mut words, mut blank) = (0, true);
    let mut count = |now: bool| {
        words += usize::from(blank && !now);
        blank = now;
    };
    if text.is_ascii() {
        // Byte by byte: what a plain text takes is most of what all texts take.
        for &byte in text.as_bytes() {
            count(matches!(byte, b'\t'..=b'\r' | b' '));
        }
    } else {
        for c in text.chars() {
            count(c.is_whitespace());
        }
    }
    words
}

/// A text in small letters.
pub(crate) fn lowered(text: &str) -> String {
    text.chars().map(small).collect()
}

/// Signs beyond ASCII: punctuation, symbols, blanks, joining marks.
const fn is_sign(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b4}' | '\u{b6}'..='\u{b9}' | '\u{bb}'..='\u{bf}' | '×' | '÷'
        | '\u{300}'..='\u{344}' | '\u{55a}'..='\u{55f}' | '\u{60c}' | '\u{61b}'..='\u{61f}' | '\u{964}' | '\u{965}'
        | '\u{2000}'..='\u{2070}' | '\u{2074}'..='\u{207e}' | '\u{20a0}'..='\u{20ff}' | '\u{2190}'..='\u{2bff}'
        | '\u{2e00}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{30fb}' | '\u{e000}'..='\u{f8ff}'
        | '\u{fe00}'..='\u{fe6f}' | '\u{feff}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}'
        | '\u{ff5b}'..='\u{ff65}' | '\u{ffe0}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Unicode's own answer for all letters that policies are written with.
    #[test]
    fn capitals_and_small_letters_are_unicodes() {
        let common = ('\0'..'\u{180}').chain('Ș'..='ț').chain('Α'..='ώ').chain('Ѐ'..='я').chain('Ґ'..='ґ');
        for c in common.filter(|c| !matches!(c, 'İ' | 'ª' | 'µ' | 'º' | '΢' | 'ŉ' | 'ĸ' | 'Ÿ')) {
            assert_eq!(small(c), c.to_lowercase().next().unwrap_or(c), "{c}");
            assert_eq!(is_capital(c), c.is_uppercase(), "{c}");
            assert_eq!(is_small(c), c.is_lowercase(), "{c}");
        }
    }

    #[test]
    fn letters_and_digits_are_unicodes_where_texts_have_them() {
        let scripts =
            ['\0'..'\u{250}', 'Α'..'ϐ', 'Ѐ'..'҂', 'א'..'\u{5eb}', 'ぁ'..'\u{3097}', '一'..'丏', '가'..'깋'];
        let signs =
            ['\u{2000}'..'\u{2070}', '\u{20a0}'..'\u{20c1}', '\u{2190}'..'\u{2200}', '、'..'々', '！'..'０'];
        let odd = |c: &char| matches!(c, '²' | '³' | '¹' | '¼' | '½' | '¾' | '΢');
        for c in scripts.into_iter().chain(signs).flatten().filter(|c| !odd(c)) {
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c:?} {:x}", u32::from(c));
        }
    }

    #[test]
    fn a_text_is_lowered() {
        assert_eq!(
            lowered("Über GIZLILIK İŞLEME Політика ΑΠΟΡΡΉΤΟΥ 隐私"),
            "über gizlilik işleme політика απορρήτου 隐私"
        );
    }
}

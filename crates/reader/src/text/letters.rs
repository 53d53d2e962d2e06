//! Which letters a stretch is written in: a word with another letter need not be searched for.

/// A set of letters in 256 bits that may hold too many, never too few (a Bloom filter with one hash).
pub(crate) struct Letters([u64; 4]);

impl Letters {
    /// The letters of a stretch.
    pub(crate) fn of(chars: &[char]) -> Self {
        let mut bits = [0; 4];
        for char in chars {
            let (word, bit) = place(*char);
            bits[word] |= bit;
        }
        Self(bits)
    }

    /// Whether the stretch may contain the word.
    pub(crate) fn may_spell(&self, word: &str) -> bool {
        word.chars()
            .map(place)
            .all(|(at, bit)| self.0[at] & bit != 0)
    }
}

fn place(char: char) -> (usize, u64) {
    // Multiplied by the golden ratio, neighbouring letters fall far apart.
    let hash = u32::from(char).wrapping_mul(0x9e37_79b1) >> 24;
    ((hash >> 6) as usize, 1 << (hash & 63))
}

/// A passage of the text that is searched for many words.
pub(crate) struct Passage<'a> {
    text: &'a str,
    letters: Letters,
}

impl<'a> Passage<'a> {
    /// A text, with its letters.
    pub(super) fn of(text: &'a str, chars: &[char]) -> Self {
        Self {
            text,
            letters: Letters::of(chars),
        }
    }

    /// The folded words.
    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// Whether one of the words stands in the stretch.
    pub(crate) fn has(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.contains(word))
    }

    /// Whether the word stands in the stretch.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.letters.may_spell(word) && self.text.contains(word)
    }

    /// Where the word stands first, in bytes of the text.
    pub(crate) fn find(&self, word: &str) -> Option<usize> {
        self.letters
            .may_spell(word)
            .then(|| self.text.find(word))
            .flatten()
    }

    /// The word that stands first, and where, in bytes of the text.
    pub(crate) fn first<'w>(&self, words: &[&'w str]) -> Option<(usize, &'w str)> {
        words
            .iter()
            .filter_map(|word| Some((self.find(word)?, *word)))
            .min_by_key(|(at, _)| *at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_may_be_spelled_and_most_other_words_may_not() {
        let text: Vec<char> = "接到报修后两小时内到达现场".chars().collect();
        let letters = Letters::of(&text);
        for word in ["报修", "到达现场", "两小时", ""] {
            assert!(letters.may_spell(word), "{word}");
        }
        let others = [
            "投诉", "培训", "备件", "折扣", "鞋套", "合同", "保养", "赔偿",
        ];
        assert!(others.iter().filter(|word| letters.may_spell(word)).count() <= 1);
    }
}

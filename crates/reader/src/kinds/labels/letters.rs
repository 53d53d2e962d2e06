//! Which letters a stretch is written in: a word with another letter need not be searched for.

/// A set of letters in 256 bits that may hold too many, never too few (a Bloom filter with one hash).
pub(super) struct Letters([u64; 4]);

impl Letters {
    /// The letters of a stretch.
    pub(super) fn of(chars: &[char]) -> Self {
        let mut bits = [0; 4];
        for char in chars {
            let (word, bit) = place(*char);
            bits[word] |= bit;
        }
        Self(bits)
    }

    /// Whether the stretch may contain the word.
    pub(super) fn may_spell(&self, word: &str) -> bool {
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

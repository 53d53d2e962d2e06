//! What a thing is found by, with the other ways people write the same: codes without their separators, names in pinyin.

use std::collections::BTreeSet;

use domain::customer::Phone;
use pinyin::ToPinyinMulti as _;

use crate::search::normalise;

/// Characters of a name that are spelled: longer texts are no names, and each letter costs three terms.
const MAX_NAME: usize = 24;
/// Spellings of one name that are kept: 重庆 is read two ways, and each further such character doubles them.
const MAX_SPELLINGS: usize = 6;
/// Readings of one character that are kept: 单 is dan, chan and shan.
const MAX_READINGS: usize = 3;
/// Characters of names that people read in two ways. Of the others the usual reading is enough: most have further ones in old
/// books only, and each would lengthen every name.
const READ_TWO_WAYS: &str =
    "重长行厦曾单解乐仇朴区查翟盛朝都调传率会宿藏便柏尉缪莘覃晟薄员洗种弹模卡降粘壳";

/// Collects what a thing is found by.
#[derive(Debug, Clone, Default)]
pub struct Words {
    written: Vec<String>,
    others: Vec<String>,
}

impl Words {
    pub fn new() -> Self {
        Self::default()
    }

    /// Found as written.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.written.push(text.to_owned());
        self
    }

    /// Found as written and without what stands between its letters and digits: `AB-12 34` by `b1234` too.
    #[must_use]
    pub fn code(mut self, code: &str) -> Self {
        self.written.push(code.to_owned());
        self.others.extend(bare(code));
        self
    }

    /// Found as written, by its syllables and by their initials: 华兴 by `huaxing` and `hx` too.
    #[must_use]
    pub fn name(mut self, name: &str) -> Self {
        self.written.push(name.to_owned());
        self.others.extend(syllables(name));
        self.others.extend(initials(name));
        self
    }

    /// Found as written and by initials: for the name of something else that many things carry.
    #[must_use]
    pub fn named_after(mut self, name: &str) -> Self {
        self.written.push(name.to_owned());
        self.others.extend(initials(name));
        self
    }

    /// Everything, one part on each line.
    pub fn join(&self) -> String {
        [&self.written[..], &self.others[..]].concat().join("\n")
    }

    /// The other ways to write it alone, each once, separated by spaces.
    pub(crate) fn others(self) -> String {
        let others: Vec<String> = distinct(self.others.into_iter());
        others.join(" ")
    }
}

/// A query as codes and telephones are found by: `138-0000-9999` asks for `13800009999`. `None` where that changes nothing,
/// or where a word has no digit and is no code.
pub fn bare_words(query: &str) -> Option<String> {
    if let Ok(phone) = query.parse::<Phone>() {
        let written = phone.as_str();
        return (written != query).then(|| written.to_owned());
    }
    let normal = normalise(query);
    let words: Vec<String> = normal.split(' ').map(bare_word).collect();
    let bare = words.join(" ");
    (bare != normal).then_some(bare)
}

fn bare_word(word: &str) -> String {
    /// What is shorter is found everywhere.
    const SHORTEST: usize = 4;
    let has_digit = word.chars().any(|one| one.is_ascii_digit());
    match bare(word) {
        Some(bare) if has_digit && bare.chars().count() >= SHORTEST => bare,
        _ => word.to_owned(),
    }
}

/// A code's letters and digits, where something else stands between them.
fn bare(code: &str) -> Option<String> {
    let normal = normalise(code);
    let bare: String = normal.chars().filter(|one| one.is_alphanumeric()).collect();
    (bare != normal && !bare.is_empty()).then_some(bare)
}

/// A name's syllables in a row, in each of its readings.
fn syllables(name: &str) -> Vec<String> {
    spelled(name, |syllable| syllable)
}

/// The first letters of a name's syllables, in each of its readings.
fn initials(name: &str) -> Vec<String> {
    spelled(name, |syllable| {
        let first = syllable.chars().next().map_or(0, char::len_utf8);
        &syllable[..first]
    })
}

/// Nothing for a name without a Chinese character.
fn spelled(name: &str, part: fn(&str) -> &str) -> Vec<String> {
    let normal = normalise(name);
    let mut spellings = vec![String::new()];
    let mut has_chinese = false;
    for character in normal.chars().take(MAX_NAME) {
        let read = readings(character);
        has_chinese |= !read.is_empty();
        let parts: Vec<String> = if read.is_empty() {
            let kept = character.is_ascii_alphanumeric().then_some(character);
            vec![kept.map(String::from).unwrap_or_default()]
        } else {
            distinct(read.iter().map(|syllable| part(syllable).to_owned()))
        };
        // With enough spellings of what stands before, the usual reading has to do.
        let fits = spellings.len() * parts.len() <= MAX_SPELLINGS;
        let parts = if fits { &parts[..] } else { &parts[..1] };
        spellings = spellings
            .iter()
            .flat_map(|so_far| parts.iter().map(move |part| format!("{so_far}{part}")))
            .collect();
    }
    if has_chinese {
        distinct(spellings.into_iter())
    } else {
        Vec::new()
    }
}

/// How a Chinese character is read, without tones, the usual reading first; `ü` as people type it.
fn readings(character: char) -> Vec<String> {
    let read = character.to_pinyin_multi().into_iter().flatten();
    let mut read = distinct(read.map(|reading| reading.plain().replace('ü', "v")));
    let kept = if READ_TWO_WAYS.contains(character) {
        MAX_READINGS
    } else {
        1
    };
    read.truncate(kept);
    read
}

/// Each once, in the order they came.
fn distinct(spellings: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    spellings.filter(|one| seen.insert(one.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_also_its_letters_and_digits() {
        assert_eq!(bare("AB-12 34").as_deref(), Some("ab1234"));
        assert_eq!(bare("ＳＮ：０１/x").as_deref(), Some("sn01x"));
        assert_eq!(bare("AB1234"), None);
        assert_eq!(bare(" - "), None);
    }

    #[test]
    fn a_query_is_also_asked_without_its_dashes() {
        for (query, bare) in [
            ("138-0000-9999", Some("13800009999")),
            ("+86 138 0000 9999", Some("13800009999")),
            ("13800009999", None),
            ("华兴 AB-12", Some("华兴 ab12")),
            ("空调-挂机", None),
            ("1-2", None),
            ("华兴", None),
        ] {
            assert_eq!(bare_words(query).as_deref(), bare, "{query}");
        }
    }

    #[test]
    fn a_name_is_also_its_syllables_and_their_initials() {
        assert_eq!(syllables("华兴"), ["huaxing"]);
        assert_eq!(initials("华兴"), ["hx"]);
        assert_eq!(syllables("吕A6工"), ["lva6gong"]);
        let other_ways = [
            ("重庆", "chongqing"),
            ("长江", "changjiang"),
            ("银行", "yinhang"),
            ("厦门", "xiamen"),
            ("曾国强", "zengguoqiang"),
            ("单芳", "shanfang"),
            ("解放", "jiefang"),
            ("音乐厅", "yinyueting"),
            ("成都", "chengdu"),
            ("空调厂", "kongtiaochang"),
            ("数控车床", "shukongchechuang"),
        ];
        for (name, way) in other_ways {
            assert!(
                syllables(name).iter().any(|one| one == way),
                "{name}: {way}"
            );
        }
        assert_eq!(syllables("Acme 12"), Vec::<String>::new());
        assert_eq!(initials(""), Vec::<String>::new());
    }

    #[test]
    fn a_name_is_spelled_in_a_few_ways_at_most_and_not_beyond_its_beginning() {
        let name = "重庆".repeat(1_000);
        assert!((2..=MAX_SPELLINGS).contains(&syllables(&name).len()));
        assert!(initials(&name).iter().all(|one| one.len() <= MAX_NAME));
    }

    #[test]
    fn what_is_collected_holds_every_spelling() {
        let words = Words::new()
            .text("3 楼")
            .code("A-1")
            .name("华兴")
            .named_after("长江");
        let text = words.join();
        for part in ["3 楼", "A-1", "a1", "华兴", "huaxing", "hx", "长江", "cj"] {
            assert!(
                text.split('\n').any(|line| line == part),
                "{part} in {text}"
            );
        }
    }
}

//! What two sentences share.

use std::collections::BTreeSet;

/// Words that stand in nearly every sentence of a plan and say nothing of its matter.
const COMMON: &[&str] = &[
    "售后服务",
    "服务",
    "我方",
    "我公司",
    "本公司",
    "公司",
    "投标人",
    "供应商",
    "中标人",
    "乙方",
    "甲方",
    "客户",
    "用户",
    "采购人",
    "招标人",
    "提供",
    "进行",
    "应当",
    "必须",
    "负责",
    "保证",
    "承诺",
    "要求",
    "相关",
    "设备",
    "产品",
    "人员",
    "质保期内",
    "保修期内",
    "质保期",
    "保修期",
    "工作",
];

/// How many pairs of neighbouring characters two texts share.
pub(super) fn likeness(one: &str, other: &str) -> usize {
    let one = pairs(one);
    let mut other = pairs(other);
    other.retain(|pair| one.contains(pair));
    other.len()
}

/// Whether two sentences speak of one matter, common words left out.
pub(super) fn speak_of_one_matter(one: &str, other: &str) -> bool {
    const LEAST: usize = 2;
    let (one, other) = (bare(one), bare(other));
    one == other || likeness(&one, &other) >= LEAST
}

/// A text without the common words, and without what is neither letter nor digit.
pub(super) fn bare(text: &str) -> String {
    let mut bare = text.to_owned();
    for word in COMMON {
        bare = bare.replace(word, "　");
    }
    bare
}

fn pairs(text: &str) -> BTreeSet<(char, char)> {
    let chars: Vec<char> = text.chars().collect();
    let letters = |pair: &&[char]| pair.iter().all(|char| char.is_alphanumeric());
    chars
        .windows(2)
        .filter(letters)
        .map(|pair| (pair[0], pair[1]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_make_no_matter() {
        assert!(!speak_of_one_matter(
            "售后服务人员应佩戴工牌",
            "服务人员必须遵守客户保密规定"
        ));
        assert!(speak_of_one_matter(
            "售后服务人员应佩戴工牌上岗",
            "工程师上门佩戴工牌"
        ));
    }
}

//! Promises of no other kind, and what stays unread.

use crate::outline::{Page, Sentence};
use crate::reading::Terms;
use crate::words::Concept as C;

use super::draft::Draft;

/// Fewest characters of a sentence that can promise something.
const SHORTEST: usize = 8;

/// What becomes of a sentence no kind has claimed.
pub(crate) enum Rest {
    /// A promise, but of no listed kind.
    Other(Box<Draft>),
    /// Reads like a promise; a person should look.
    Unread,
    /// No promise.
    Nothing,
}

/// Judges a sentence no kind has claimed.
pub(crate) fn rest(page: &Page, sentence: &Sentence) -> Rest {
    let (start, end) = (sentence.start, sentence.end);
    let line = &page.lines[sentence.line];
    if end - start < SHORTEST || line.heading || page.clean.chars.get(end - 1) == Some(&'：') {
        return Rest::Nothing;
    }
    let text = page.clean.text(start, end);
    let promised = page
        .tokens_in(start, end)
        .iter()
        .any(|t| t.is(C::Promise) || t.is(C::Hard) || t.is(C::Urgent));
    let preamble = [
        "尊敬", "感谢", "致：", "特作", "如下", "为了", "为使", "本着", "宗旨", "理念", "本方案",
        "本承诺", "以客户", "以用户", "特制定", "郑重承诺：",
    ]
    .iter()
    .any(|word| text.contains(word));
    let concrete = page.holds(start, end, C::Standard)
        || [
            "同等", "同样的", "驻场", "驻点", "值守", "保障", "技术支持", "免费提供", "指导安装",
            "到现场指导", "管理方案",
        ]
        .iter()
        .any(|word| text.contains(word))
            && !page.holds(start, end, C::Urgent);
    match () {
        () if promised && concrete && !preamble => Rest::Other(Box::new(Draft {
            start,
            end,
            terms: Terms::Other {},
            confidence: 50,
        })),
        () if promised && !preamble => Rest::Unread,
        () => Rest::Nothing,
    }
}

//! Whatever the text, reading neither panics nor quotes what is not there.

use proptest::prelude::*;
use reader::reading::{Reading, Span};

/// Words of plans, joined at random into text that is dense in what the rules look for.
const WORDS: [&str; 48] = [
    "质保期", "保修", "两年", "24小时", "内", "响应", "到达现场", "，", "。", "；", "：", "\n",
    "一、", "（一）", "1.", "①", "投诉", "后", "自", "验收", "之日起", "每", "三个月", "巡检",
    "免费", "更换", "收取", "500元", "%", "不属于", "保修范围", "电话", "7×24", "____", "XXX",
    "及时", "一级", "二级故障", "省外", "48~72小时", "工作日", "\t", "  ", "（", "）", "半",
    "提前", "停产",
];

fn check(text: &str) -> Reading {
    let chars: Vec<char> = text.chars().collect();
    let reading = reader::read(text);
    let quoted = |span: Span| chars[span.0..span.1].iter().collect::<String>();
    for plan in &reading.plans {
        assert!(plan.span.0 <= plan.span.1 && plan.span.1 <= chars.len());
        for clause in &plan.clauses {
            assert_eq!(clause.quote, quoted(clause.span));
        }
        for unread in &plan.unread {
            assert_eq!(unread.quote, quoted(unread.span));
        }
        for span in plan.problems.iter().flat_map(|problem| &problem.spans) {
            assert!(span.0 <= span.1 && span.1 <= chars.len());
        }
    }
    for skipped in &reading.skipped {
        assert!(skipped.span.0 <= skipped.span.1 && skipped.span.1 <= chars.len());
    }
    reading
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_heap_of_plan_words_is_read(words in proptest::collection::vec(proptest::sample::select(&WORDS[..]), 0..120)) {
        check(&words.concat());
    }
}

#[test]
fn a_length_before_its_header_is_read() {
    check("\t三个月质保期");
}

#[test]
fn a_text_without_any_stop_is_read_in_bounded_time() {
    let endless = "2小时内响应，".repeat(1_000);
    let read = check(&endless);
    assert!(!read.plans.is_empty());
    check(&"9".repeat(5_000));
    check(&"（".repeat(3_000));
    check(&"第".repeat(3_000));
    check(&"一、".repeat(2_000));
    check(&"无法，".repeat(1_000));
}

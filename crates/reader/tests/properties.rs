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
fn prose_about_something_else_promises_nothing() {
    for prose in [
        "今天天气很好，湖边的柳树都绿了，孩子们在草地上放风筝，远处有人唱歌。",
        "他们在山脚下遇见一位牧羊人，牧羊人给了他们水和干粮，又指了去镇上的路。走了两个钟头，天就黑了。",
        "面粉加温水和成面团，醒半小时，擀成薄片，切成细条。水开下锅，煮三分钟捞出，浇上炸酱，码上黄瓜丝。",
        "唐代的瓷器以青瓷和白瓷为主，南方多青，北方多白。到了宋代，五大名窑各有特色，影响及于海外。",
        "球队上半场先失一球，下半场换人以后连进三球，以三比一取胜。教练赛后说，队员们的体能还要加强。",
        "春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。",
    ] {
        let plans = check(prose).plans;
        assert!(plans.is_empty(), "{prose}: {plans:?}");
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

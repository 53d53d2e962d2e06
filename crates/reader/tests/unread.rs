//! What looks like a promise is typed or listed; it never vanishes.

const HEADINGS: [&str; 8] = [
    "响应时间", "质保承诺", "故障处理", "备品备件", "培训", "投诉", "人员安排", "应急预案",
];

/// Sentences with a limit that the rules know, each told with its length.
const SENTENCES: [&str; 6] = [
    "一级故障6小时内不能修复的，我公司在8小时内提供备用设备，保证业务不中断。",
    "接到报修后2小时内到达现场。",
    "故障排除后24小时内提交书面报告。",
    "工程师到场后4小时内完成修复。",
    "接到投诉后3个工作日内给出处理结果。",
    "非常用备件自下单之日起7日内到货。",
];

/// Whatever stands above, a sentence with a limit is in a clause or among the unread.
#[test]
fn a_limit_under_any_heading_is_typed_or_listed() {
    for heading in HEADINGS {
        for sentence in SENTENCES {
            let text = format!(
                "冷库机组售后服务方案\n一、热线\n服务热线0571-88886666，30分钟内响应。\n二、{heading}\n{sentence}\n"
            );
            let reading = reader::read(&text);
            let plan = reading.plans.first().expect("the plan is one");
            let clauses = plan.clauses.iter().map(|clause| &clause.quote);
            let told: Vec<&String> = clauses
                .chain(plan.unread.iter().map(|unread| &unread.quote))
                .filter(|quote| sentence.contains(quote.trim_end_matches('。')))
                .collect();
            assert!(!told.is_empty(), "under {heading}: {sentence}");
        }
    }
}

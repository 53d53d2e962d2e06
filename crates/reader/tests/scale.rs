//! Reading takes time in proportion to the text, whatever its shape.

use std::time::Instant;

/// Four times the text may take this many times as long; time that grew with the square would take sixteen.
const MOST: u64 = 9;

/// Nanoseconds this thread has worked, so that a busy machine changes nothing; the clock where the system does not tell.
fn worked(since: Instant) -> u64 {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|told| told.split_whitespace().next()?.parse().ok())
        .unwrap_or_else(|| u64::try_from(since.elapsed().as_nanos()).unwrap_or(u64::MAX))
}

/// The work of one reading.
fn reading(text: &str) -> u64 {
    let since = Instant::now();
    let before = worked(since);
    let reading = reader::read(text);
    assert!(reading.plans.len() <= text.len());
    worked(since) - before
}

/// Compares a text of `lines` lines, long enough for every bound inside the reader to be reached, with one four times as long.
fn grows_in_proportion(name: &str, lines: usize, made: impl Fn(usize) -> String) {
    const NOISE: u64 = 20_000_000;
    reader::read(&made(1));
    let (short, long) = (reading(&made(lines)), reading(&made(4 * lines)));
    assert!(
        long < short * MOST + NOISE,
        "{name}: {short} ns, four times the text {long} ns"
    );
}

const ITEM: &str = "接到报修后2小时内响应，24小时内到达现场，质保期内免费维修；";

#[test]
fn prose_of_any_shape_is_read_in_proportion() {
    grows_in_proportion("numbered items", 100, |lines| {
        (0..lines)
            .map(|line| format!("{}、{ITEM}\n", line % 90 + 1))
            .collect::<Vec<_>>()
            .concat()
    });
    grows_in_proportion("one line", 100, |lines| ITEM.repeat(lines));
    grows_in_proportion("one sentence", 100, |lines| {
        ITEM.replace('；', "，").repeat(lines)
    });
    grows_in_proportion("no stop at all", 100, |lines| {
        "我们提供优质服务质保".repeat(lines * 4)
    });
    grows_in_proportion("titles", 200, |lines| {
        (0..lines)
            .map(|line| format!("第{line}号设备售后服务方案\n质保两年\n"))
            .collect::<Vec<_>>()
            .concat()
    });
}

#[test]
fn tables_of_any_shape_are_read_in_proportion() {
    grows_in_proportion("rows of times", 100, |lines| {
        let rows = (0..lines).map(|line| format!("{line}级\t2小时\t4小时\n"));
        format!("级别\t响应时间\t到场时间\n{}", rows.collect::<String>())
    });
    grows_in_proportion("one cell per line", 100, |lines| {
        (0..lines * 2)
            .map(|line| {
                if line % 3 == 2 {
                    "2小时\n".to_owned()
                } else {
                    format!("名称{line}\n")
                }
            })
            .collect()
    });
    grows_in_proportion("headings", 100, |lines| {
        (0..lines)
            .map(|line| format!("响应时间\n名称{line}\n"))
            .collect::<Vec<_>>()
            .concat()
    });
}

#[test]
fn rubbish_of_any_shape_is_read_in_proportion() {
    grows_in_proportion("open brackets", 450, |lines| "（质保".repeat(lines));
    grows_in_proportion("digits", 100, |lines| "1234567890".repeat(lines * 2));
    grows_in_proportion("blanks", 100, |lines| {
        format!("质保期两年{}响应", " ".repeat(lines * 40))
    });
    grows_in_proportion("lines to fill in", 100, |lines| {
        format!("质保期两年，电话{}", "____，".repeat(lines * 4))
    });
}

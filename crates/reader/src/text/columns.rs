//! Gaps that separate the columns of a table typed with spaces or bars.

/// Of each character whether it stands between two columns.
pub(super) fn separators(original: &[char]) -> Vec<bool> {
    let mut found = vec![false; original.len()];
    let mut start = 0;
    let lines: Vec<&[char]> = original.split(|&c| c == '\n').collect();
    let pairs: Vec<Option<usize>> = lines.iter().map(|line| pair(line)).collect();
    let paired = |index: usize| pairs.get(index).is_some_and(Option::is_some);
    for (index, line) in lines.iter().enumerate() {
        let beside = |other: Option<usize>| {
            other
                .and_then(|other| lines.get(other))
                .is_some_and(|other| bars(other) == bars(line))
        };
        let aligned = bars(line) == 1 && (beside(index.checked_sub(1)) || beside(Some(index + 1)));
        mark(line, start, aligned, &mut found);
        let listed = paired(index) && (paired(index + 1) || index > 0 && paired(index - 1));
        let gap = if listed {
            pairs[index]
        } else {
            heading(line).filter(|_| paired(index + 1))
        };
        if let Some(gap) = gap {
            found[start + gap] = true;
        }
        start += line.len() + 1;
    }
    found
}

/// 铰链、导轨 三年: a name, a blank and a time; where the blank stands.
fn pair(line: &[char]) -> Option<usize> {
    const NAME: usize = 16;
    let gaps = gaps(line);
    let [(gap, _)] = gaps[..] else { return None };
    let cells = cells(line, &gaps);
    let name = cells[0].iter().filter(|c| !c.is_whitespace());
    let plain = name.clone().all(|c| !"，。；：,;:".contains(*c))
        && name.clone().any(|c| super::is_han(*c))
        && (2..=NAME).contains(&name.count());
    (plain && ends_in_unit(cells[1])).then_some(gap)
}

/// 产品名称 保修期限: the header over such lines.
fn heading(line: &[char]) -> Option<usize> {
    let gaps = gaps(line);
    let [(gap, _)] = gaps[..] else { return None };
    let cells = cells(line, &gaps);
    let last: String = cells[1].iter().filter(|c| !c.is_whitespace()).collect();
    let named = ["期", "期限", "年限", "时间", "时限"]
        .iter()
        .any(|word| last.ends_with(word));
    (named && cells.iter().all(|cell| cell.len() <= 10)).then_some(gap)
}

/// Bars of a line.
fn bars(line: &[char]) -> usize {
    line.iter().filter(|c| super::is_bar(**c)).count()
}

fn mark(line: &[char], start: usize, aligned: bool, found: &mut [bool]) {
    let barred = aligned || bars(line) >= 2;
    let gaps = gaps(line);
    let cells = cells(line, &gaps);
    let row = cells.len() >= 3 && cells.iter().filter(|cell| ends_in_unit(cell)).count() >= 2
        || cells.iter().filter(|cell| is_time_header(cell)).count() >= 2;
    if let Some(at) = lone_bar(line) {
        found[start + at] = true;
    }
    for (at, char) in line.iter().enumerate() {
        if *char == '\t' || (barred && super::is_bar(*char)) {
            found[start + at] = true;
        }
    }
    for &(from, to) in &gaps {
        let wide = to - from >= 3;
        if !barred && (row || wide) && !line[from..to].contains(&'\t') {
            found[start + from] = true;
        }
    }
}

/// 键盘 | 一年: a single bar between a name and a time.
fn lone_bar(line: &[char]) -> Option<usize> {
    const NAME: usize = 16;
    let bar = |c: &char| super::is_bar(*c);
    let at = line.iter().position(bar)?;
    let (name, value) = (&line[..at], &line[at + 1..]);
    let named = (2..=NAME).contains(&name.iter().filter(|c| !c.is_whitespace()).count());
    (named && !value.iter().any(bar) && ends_in_unit(value)).then_some(at)
}

/// Runs of blanks inside the line.
fn gaps(line: &[char]) -> Vec<(usize, usize)> {
    let first = line
        .iter()
        .position(|c| !c.is_whitespace())
        .unwrap_or(line.len());
    let last = line.iter().rposition(|c| !c.is_whitespace()).unwrap_or(0);
    let mut runs = Vec::new();
    let mut at = first;
    while at < last {
        if line[at].is_whitespace() {
            let end = at + line[at..].iter().take_while(|c| c.is_whitespace()).count();
            runs.push((at, end));
            at = end;
        } else {
            at += 1;
        }
    }
    runs
}

fn cells<'a>(line: &'a [char], gaps: &[(usize, usize)]) -> Vec<&'a [char]> {
    let mut cells = Vec::new();
    let mut start = 0;
    for &(from, to) in gaps {
        cells.push(&line[start..from]);
        start = to;
    }
    cells.push(&line[start..]);
    cells
}

/// A cell such as 10分钟 or 24小时内: a few characters, at least one digit, ending in a unit of time.
fn ends_in_unit(cell: &[char]) -> bool {
    let text: String = cell.iter().filter(|c| !c.is_whitespace()).collect();
    let text = text.trim_end_matches(['内', '以', '之']);
    let counted = text
        .chars()
        .any(|c| c.is_ascii_digit() || "一二两三四五六七八九十半".contains(c));
    counted
        && text.chars().count() <= 8
        && [
            "小时", "分钟", "天", "日", "h", "H", "min", "工作日", "个月", "年",
        ]
        .iter()
        .any(|unit| text.ends_with(unit))
}

fn is_time_header(cell: &[char]) -> bool {
    let text: String = cell.iter().filter(|c| !c.is_whitespace()).collect();
    text.chars().count() <= 10
        && ["时间", "时限", "时效", "级别", "等级", "要求"]
            .iter()
            .any(|word| text.ends_with(word))
}

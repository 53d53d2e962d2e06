//! Marked-up plans: `{kind fields|the words}` inside the text, nested where words carry several clauses.

/// A plan with its answer key.
pub(crate) struct Sample {
    /// The text without marks.
    pub text: String,
    /// The clauses that should be found.
    pub expected: Vec<Expected>,
    /// Number of plans in the file.
    pub plans: Option<usize>,
    /// Number of skipped stretches at least.
    pub skipped: Option<usize>,
    /// Kinds of problem that must be reported.
    pub problems: Vec<String>,
}

/// One clause of the answer key.
#[derive(Clone, Debug)]
pub(crate) struct Expected {
    /// Kind in the contract.
    pub kind: String,
    /// The fields as written in the mark.
    pub fields: Vec<String>,
    /// Characters of the stripped text.
    pub span: (usize, usize),
    /// The words.
    pub quote: String,
}

/// Reads a golden file.
pub(crate) fn parse(file: &str) -> Sample {
    let (head, body) = file
        .split_once("---\n")
        .expect("a golden file has a head and a body");
    let value = |key: &str| {
        head.lines()
            .find_map(|line| line.strip_prefix(key))
            .map(|rest| rest.trim_start_matches(':').trim().to_owned())
    };
    let (text, expected) = strip(body);
    Sample {
        text,
        expected,
        plans: value("plans").map(|count| count.parse().expect("plans is a number")),
        skipped: value("skipped").map(|count| count.parse().expect("skipped is a number")),
        problems: value("problems")
            .map(|kinds| {
                kinds
                    .split(',')
                    .map(|kind| kind.trim().to_owned())
                    .collect()
            })
            .unwrap_or_default(),
    }
}

/// Reads a file of marked pieces, one a line: ¶ is a break of lines within a piece, lines that open with # are remarks.
pub(crate) fn pieces(file: &str) -> impl Iterator<Item = Sample> {
    let lines = file.lines().filter(|line| !line.is_empty());
    lines
        .filter(|line| !line.starts_with('#'))
        .map(|line| parse(&format!("---\n{}", line.replace('¶', "\n"))))
}

/// What the plans of a folder come to, in their order: another number when a plan or its answer key changes (FNV-1a).
pub(crate) fn fingerprint<'a>(plans: impl Iterator<Item = &'a str>) -> String {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let hash = plans.flat_map(str::bytes).fold(BASIS, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(PRIME)
    });
    format!("plans {hash:016x}")
}

/// Whether two ISO lengths are as long as each other: P24M is P2Y, PT60M is PT1H; a day is no 24 hours.
pub(crate) fn as_long(one: &str, other: &str) -> bool {
    one == other || counted(one).is_some_and(|length| counted(other) == Some(length))
}

/// Months or minutes, whichever the length is stated in.
fn counted(iso: &str) -> Option<(char, u32)> {
    let (sort, mut rest) = match iso.strip_prefix("PT") {
        Some(rest) => ('t', rest),
        None => ('p', iso.strip_prefix('P')?),
    };
    let mut sum = 0;
    while let Some(at) = rest.find(char::is_alphabetic) {
        let count: u32 = rest[..at].parse().ok()?;
        sum += match (sort, &rest[at..=at]) {
            ('t', "H") => count * 60,
            ('p', "Y") => count * 12,
            (_, "M") => count,
            _ => return None,
        };
        rest = &rest[at + 1..];
    }
    rest.is_empty().then_some((sort, sum))
}

fn strip(body: &str) -> (String, Vec<Expected>) {
    let mut text: Vec<char> = Vec::new();
    let mut expected = Vec::new();
    let mut open: Vec<(String, usize)> = Vec::new();
    let mut chars = body.chars();
    while let Some(char) = chars.next() {
        match char {
            '{' => {
                let mark: String = chars.by_ref().take_while(|c| *c != '|').collect();
                open.push((mark, text.len()));
            }
            '}' => {
                let (mark, start) = open.pop().expect("each closing brace has its opening one");
                expected.push(made(&mark, start, &text));
            }
            other => text.push(other),
        }
    }
    assert!(open.is_empty(), "a mark is not closed: {open:?}");
    (text.into_iter().collect(), expected)
}

fn made(mark: &str, start: usize, text: &[char]) -> Expected {
    let mut words = mark.split_whitespace();
    let kind = match words.next().expect("a mark names a kind") {
        "t" => "time_limit",
        "w" => "warranty_term",
        "ws" => "warranty_start",
        other => other,
    };
    Expected {
        kind: kind.to_owned(),
        fields: words.map(str::to_owned).collect(),
        span: (start, text.len()),
        quote: text[start..].iter().collect(),
    }
}

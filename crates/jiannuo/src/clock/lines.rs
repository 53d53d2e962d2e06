use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::process::ExitCode;

use crate::say::words;
use crate::trouble;

/// Longest line: an instant needs 40 bytes, so anything longer is the wrong file.
const MAX_LINE_BYTES: u64 = 1_000;

/// What a line is answered with: text for standard output, remarks for standard error.
pub(super) struct Answer {
    pub(super) text: String,
    pub(super) notes: Vec<String>,
}

/// Answers each line of standard input with one on standard output.
///
/// A blank line is passed over. A line that cannot be answered gets an empty line, so that what follows stays aligned, a message
/// on standard error with its number, and exit code 1 when all is done.
pub(super) fn answer_each(
    answer: impl Fn(&str) -> Result<Answer, String>,
) -> Result<ExitCode, String> {
    let mut input = BufReader::new(io::stdin().lock());
    let mut output = BufWriter::new(io::stdout().lock());
    match answer_all(&mut input, &mut output, &mut io::stderr(), answer) {
        Ok(true) => Ok(ExitCode::SUCCESS),
        Ok(false) => Ok(ExitCode::from(1)),
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => {
            let why = trouble::of_io(&error);
            Err(words!("无法读写：{why}", "cannot read or write: {why}"))
        }
    }
}

fn answer_all(
    input: &mut BufReader<impl Read>,
    output: &mut impl Write,
    errors: &mut impl Write,
    answer: impl Fn(&str) -> Result<Answer, String>,
) -> io::Result<bool> {
    let mut all_answered = true;
    for number in 1_u64.. {
        // Whoever sends one line and waits for its answer gets it; a file is answered in one go.
        if input.buffer().is_empty() {
            output.flush()?;
        }
        let Some(line) = next_line(input)? else { break };
        let line = line.and_then(|line| {
            if line.trim().is_empty() {
                Ok(None)
            } else {
                answer(line.trim()).map(Some)
            }
        });
        match line {
            Ok(None) => {}
            Ok(Some(answer)) => {
                writeln!(output, "{}", answer.text)?;
                for note in answer.notes {
                    writeln!(errors, "note: line {number}: {note}")?;
                }
            }
            Err(reason) => {
                all_answered = false;
                writeln!(output)?;
                writeln!(errors, "error: line {number}: {reason}")?;
            }
        }
    }
    output.flush()?;
    Ok(all_answered)
}

/// The next line without its end; `None` at the end of input. A line that is too long or not text is consumed whole.
fn next_line(input: &mut impl BufRead) -> io::Result<Option<Result<String, String>>> {
    let mut bytes = Vec::new();
    if input
        .by_ref()
        .take(MAX_LINE_BYTES)
        .read_until(b'\n', &mut bytes)?
        == 0
    {
        return Ok(None);
    }
    if bytes.len() as u64 == MAX_LINE_BYTES && !bytes.ends_with(b"\n") {
        input.skip_until(b'\n')?;
        return Ok(Some(Err(words!(
            "这一行超过 {MAX_LINE_BYTES} 字节",
            "the line is longer than {MAX_LINE_BYTES} bytes"
        ))));
    }
    let text = String::from_utf8(bytes)
        .map_err(|_| words!("这一行不是 UTF-8 文本", "the line is not UTF-8 text"));
    Ok(Some(text.map(|text| {
        text.trim_start_matches('\u{feff}').to_owned()
    })))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(input: &[u8]) -> (String, String, bool) {
        let (mut output, mut errors) = (Vec::new(), Vec::new());
        let answer = |line: &str| match line {
            "bad" => Err("reason".to_owned()),
            other => Ok(Answer {
                text: other.to_uppercase(),
                notes: Vec::new(),
            }),
        };
        let good =
            answer_all(&mut BufReader::new(input), &mut output, &mut errors, answer).unwrap();
        (
            String::from_utf8(output).unwrap(),
            String::from_utf8(errors).unwrap(),
            good,
        )
    }

    #[test]
    fn answers_line_by_line_whatever_ends_them() {
        let (output, errors, good) = run("\u{feff}a\r\n\r\n  b \n\nc".as_bytes());
        assert_eq!(
            (output.as_str(), errors.as_str(), good),
            ("A\nB\nC\n", "", true)
        );
    }

    #[test]
    fn a_bad_line_leaves_an_empty_one_and_the_rest_is_answered() {
        let (output, errors, good) = run(b"a\nbad\nb\n");
        assert_eq!(
            (output.as_str(), errors.as_str(), good),
            ("A\n\nB\n", "error: line 2: reason\n", false)
        );
    }

    #[test]
    fn bytes_that_are_no_text_and_endless_lines_are_refused_one_by_one() {
        let mut input = b"\xff\xfe\n".to_vec();
        input.extend(std::iter::repeat_n(b'x', 5_000));
        input.extend(b"\na\n");
        let (output, errors, good) = run(&input);
        assert_eq!((output.as_str(), good), ("\n\nA\n", false));
        assert!(
            errors.contains("line 1: the line is not UTF-8")
                && errors.contains("line 2: the line is longer"),
            "{errors}"
        );
    }
}

//! Text of a web page: blocks become lines, table cells become columns, scripts and styles are left out.

/// Longest run of characters taken for the name of a character reference.
const REFERENCE: usize = 10;

/// Whether a text is a web page rather than plain text.
pub(super) fn is_html(text: &str) -> bool {
    let start: String = text
        .chars()
        .take(2000)
        .collect::<String>()
        .to_ascii_lowercase();
    let start = start.trim_start();
    start.starts_with("<!doctype html")
        || [
            "<html", "<body", "<table", "<p>", "<p ", "<div", "<h1", "<ul", "<head",
        ]
        .iter()
        .any(|tag| start.contains(tag))
}

/// The readable text.
pub(super) fn text(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        push(&mut out, &rest[..at]);
        rest = &rest[at..];
        if !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
        {
            out.push('<');
            rest = &rest[1..];
            continue;
        }
        let Some(end) = rest.find('>') else { break };
        if rest.starts_with("<!--") {
            rest = rest.find("-->").map_or("", |end| &rest[end + 3..]);
            continue;
        }
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        if matches!(
            name.as_str(),
            "script" | "style" | "head" | "noscript" | "template"
        ) && !tag.starts_with('/')
        {
            rest = after_closing(rest, &name);
            continue;
        }
        layout(&mut out, &name, tag.starts_with('/'));
    }
    push(&mut out, rest);
    tidy(&out)
}

/// What follows the closing tag of an element; nothing where it is never closed.
fn after_closing<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut from = rest;
    while let Some(at) = from.find("</") {
        let tail = &from[at + 2..];
        if tail
            .get(..name.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(name))
        {
            return tail.find('>').map_or("", |end| &tail[end + 1..]);
        }
        from = tail;
    }
    ""
}

fn layout(out: &mut String, name: &str, closing: bool) {
    match name {
        "td" | "th" if closing => out.push('\t'),
        "br" | "p" | "div" | "li" | "tr" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table"
        | "ul" | "ol" | "section" | "article" | "dt" | "dd" | "blockquote" | "pre" | "title"
        | "header" | "footer" => {
            out.push('\n');
        }
        _ => {}
    }
}

/// Adds text with its references resolved; line breaks of the source are blanks.
fn push(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        blanks(out, &rest[..at]);
        rest = &rest[at..];
        let end = rest
            .char_indices()
            .take(REFERENCE + 2)
            .find(|(_, c)| *c == ';')
            .map(|(end, _)| end);
        if let Some((char, end)) =
            end.and_then(|end| resolved(&rest[1..end]).map(|char| (char, end)))
        {
            out.push(char);
            rest = &rest[end + 1..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    blanks(out, rest);
}

fn blanks(out: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '\n' | '\r' | '\t' | ' ' => {
                if !out.ends_with([' ', '\n', '\t']) {
                    out.push(' ');
                }
            }
            _ => out.push(char),
        }
    }
}

fn resolved(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| !c.is_control());
    }
    Some(match name {
        "nbsp" | "ensp" | "emsp" => ' ',
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "ldquo" => '“',
        "rdquo" => '”',
        "middot" => '·',
        "times" => '×',
        "le" => '≤',
        "ge" => '≥',
        "mdash" | "ndash" => '—',
        "hellip" => '…',
        "yen" => '¥',
        _ => return None,
    })
}

/// Lines without blanks at their ends and without empty neighbours.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.trim_matches(' ').trim_end_matches('\t'))
        .filter(|line| !line.trim().is_empty())
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_lines_and_cells_are_columns() {
        let page = "<html><head><title>x</title><style>p{}</style></head><body><h1>售后&nbsp;方案</h1><p>质保<b>两年</b></p><table><tr><td>一级</td><td>2小时&#65307;</td></tr></table><script>if(a<b){}</script></body></html>";
        assert!(is_html(page));
        assert_eq!(text(page), "售后 方案\n质保两年\n一级\t2小时；");
    }

    #[test]
    fn unclosed_tags_end_the_text() {
        assert_eq!(text("<p>质保<script>never closed"), "质保");
        assert_eq!(text("<p>a & b &unknown; <"), "a & b &unknown; <");
    }
}

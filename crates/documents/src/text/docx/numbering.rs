//! Automatic numbers of paragraphs: 第一条, 一、, （1）, ●.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::attribute;

/// Deepest level of a list.
const LEVELS: usize = 9;

/// How one level of a list is numbered.
#[derive(Clone, Debug, Default)]
struct Level {
    format: String,
    text: String,
    start: u32,
}

/// The lists of a document and where their counters stand.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    levels: HashMap<String, Vec<Level>>,
    list_of: HashMap<String, String>,
    counters: HashMap<String, [u32; LEVELS]>,
}

impl Numbering {
    /// Reads `numbering.xml`; what is damaged in it is left out.
    pub(super) fn read(xml: &str) -> Self {
        let mut numbering = Self::default();
        let mut reader = Reader::from_str(xml);
        let (mut list, mut number) = (String::new(), String::new());
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Eof => break,
                Event::Start(element) | Event::Empty(element) => {
                    numbering.element(&element, &mut list, &mut number);
                }
                _ => {}
            }
        }
        numbering
    }

    fn element(&mut self, element: &BytesStart<'_>, list: &mut String, number: &mut String) {
        let value = || attribute(element, "val").unwrap_or_default();
        match element.local_name().as_ref() {
            "abstractNum" => *list = attribute(element, "abstractNumId").unwrap_or_default(),
            "lvl" => {
                let levels = self.levels.entry(list.clone()).or_default();
                if levels.len() < LEVELS {
                    levels.push(Level {
                        start: 1,
                        ..Level::default()
                    });
                }
            }
            "start" => self.last(list, |level| level.start = value().parse().unwrap_or(1)),
            "numFmt" => self.last(list, |level| level.format = value()),
            "lvlText" => self.last(list, |level| level.text = value()),
            "num" => *number = attribute(element, "numId").unwrap_or_default(),
            "abstractNumId" => {
                self.list_of.insert(number.clone(), value());
            }
            _ => {}
        }
    }

    fn last(&mut self, list: &str, change: impl FnOnce(&mut Level)) {
        if let Some(level) = self
            .levels
            .get_mut(list)
            .and_then(|levels| levels.last_mut())
        {
            change(level);
        }
    }

    /// The number of the next paragraph of a list level, as printed.
    pub(super) fn next(&mut self, number: &str, depth: usize) -> Option<String> {
        let list = self.list_of.get(number)?;
        let levels = self.levels.get(list)?;
        let level = levels.get(depth)?;
        let counters = self.counters.entry(list.clone()).or_default();
        counters[depth] = if counters[depth] == 0 {
            level.start.max(1)
        } else {
            counters[depth].saturating_add(1)
        };
        counters[depth + 1..].fill(0);
        if level.format == "bullet" {
            return Some("● ".to_owned());
        }
        if level.format == "none" || level.text.is_empty() {
            return None;
        }
        let mut printed = level.text.clone();
        for (index, inner) in levels.iter().enumerate().take(depth + 1) {
            printed = printed.replace(
                &format!("%{}", index + 1),
                &shown(counters[index].max(1), &inner.format),
            );
        }
        Some(printed)
    }
}

fn shown(value: u32, format: &str) -> String {
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "ideographTraditional"
        | "japaneseCounting"
        | "chineseLegalSimplified"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => chinese(value),
        "upperLetter" => letter(value, b'A'),
        "lowerLetter" => letter(value, b'a'),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&value) => {
            char::from_u32(0x245f + value)
                .map(String::from)
                .unwrap_or_default()
        }
        _ => value.to_string(),
    }
}

fn letter(value: u32, first: u8) -> String {
    let offset = u8::try_from((value - 1) % 26).unwrap_or(0);
    char::from(first + offset).to_string()
}

fn chinese(value: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |value: u32| DIGITS[(value % 10) as usize];
    match value {
        0..=9 => digit(value).to_owned(),
        10..=19 => format!("十{}", digit(value)),
        20..=99 => format!("{}十{}", digit(value / 10), digit(value)),
        _ => value.to_string(),
    }
}

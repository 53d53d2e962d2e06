//! The rest of a line that is being read.

use jiff::civil::Time;

use super::super::quantity::BLANK;
use super::super::{names, when};
use super::Pen;
use crate::case::intake::Channel;
use crate::money::{BasisPoints, Fen};
use crate::plan::clauses::coverage::{Cause, Standing};
use crate::plan::condition::HoursOfDay;
use crate::plan::document::AnswerKind;
use crate::plan::{Asked, Condition};
use crate::time::Limit;

/// What is left of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rest<'a>(pub &'a str);

impl<'a> Rest<'a> {
    /// Passes over words, if they come next.
    pub(super) fn eat(&mut self, words: &str) -> bool {
        match self.0.strip_prefix(words) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    pub(super) fn must(&mut self, words: &str) -> Option<()> {
        self.eat(words).then_some(())
    }

    pub(super) fn end(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }

    /// What comes before some words, which are passed over.
    pub(super) fn until(&mut self, words: &str) -> Option<&'a str> {
        let (ahead, rest) = self.0.split_once(words)?;
        self.0 = rest;
        Some(ahead)
    }

    /// The word of a vocabulary that comes next, the longest if several do.
    pub(super) fn one<T: Copy>(
        &mut self,
        all: &[T],
        words: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let next = all.iter().filter(|it| self.0.starts_with(words(**it)));
        let found = *next.max_by_key(|it| words(**it).len())?;
        self.eat(words(found));
        Some(found)
    }

    /// Words of a vocabulary in a row: A、B.
    pub(super) fn several<T: Copy>(
        &mut self,
        all: &[T],
        words: impl Fn(T) -> &'static str,
    ) -> Option<Vec<T>> {
        let mut found = vec![self.one(all, &words)?];
        while self.0.starts_with('、') {
            let mut ahead = *self;
            ahead.eat("、");
            let Some(next) = ahead.one(all, &words) else {
                break;
            };
            found.push(next);
            *self = ahead;
        }
        Some(found)
    }

    pub(super) fn number(&mut self) -> Option<u32> {
        let digits = self
            .0
            .find(|char: char| !char.is_ascii_digit())
            .unwrap_or(self.0.len());
        let (number, rest) = self.0.split_at(digits);
        let number = number.parse().ok()?;
        self.0 = rest;
        Some(number)
    }

    /// 2小时, 3个工作日, 3年.
    pub(super) fn limit(&mut self) -> Option<Limit> {
        let count = self.number()?;
        self.unit(count)
    }

    /// The unit of a length whose count is known.
    pub(super) fn unit(&mut self, count: u32) -> Option<Limit> {
        const UNITS: &[(&str, &str, &str)] = &[
            ("小时", "natural:PT", "H"),
            ("分钟", "natural:PT", "M"),
            ("秒", "natural:PT", "S"),
            ("个工作小时", "working:PT", "H"),
            ("个工作分钟", "working:PT", "M"),
            ("个工作秒", "working:PT", "S"),
            ("个工作日", "working-days:", ""),
            ("个自然日", "natural-days:", ""),
            ("个月", "months:", ""),
            ("年", "years:", ""),
        ];
        let (words, ahead, behind) = UNITS.iter().find(|(words, ..)| self.0.starts_with(words))?;
        self.eat(words);
        format!("{ahead}{count}{behind}").parse().ok()
    }

    /// 10%, 7.5%.
    pub(super) fn share(&mut self) -> Option<BasisPoints> {
        self.hundredths("%")
            .and_then(|it| u32::try_from(it).ok())
            .map(BasisPoints)
    }

    /// 500元, 12.50元.
    pub(super) fn money(&mut self) -> Option<Fen> {
        self.hundredths("元").map(Fen)
    }

    fn hundredths(&mut self, unit: &str) -> Option<i64> {
        let number = self.until(unit)?.replace(',', "");
        let (whole, part) = number.split_once('.').unwrap_or((&number, "0"));
        let part = format!("{part:0<2}");
        let (whole, part): (i64, i64) = (whole.parse().ok()?, part.parse().ok()?);
        (part < 100).then_some(())?;
        whole.checked_mul(100)?.checked_add(part)
    }

    fn time(&mut self) -> Option<Time> {
        let hour = self.number()?;
        self.must(":")?;
        let minute = self.number()?;
        Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()
    }
}

impl Pen<'_> {
    /// A value, or the question for it.
    pub(super) fn asked<'a, T>(
        &mut self,
        rest: &mut Rest<'a>,
        answer: AnswerKind,
        read: impl FnOnce(&mut Rest<'a>) -> Option<T>,
    ) -> Option<Asked<T>> {
        if rest.eat(BLANK) {
            Some(self.ask(answer))
        } else {
            read(rest).map(Asked::Known)
        }
    }

    /// The conditions that open a sentence.
    pub(super) fn opening(&self, rest: &mut Rest<'_>) -> Condition {
        let mut found = Condition::default();
        while let Some((words, behind)) = rest.0.split_once('，') {
            if !self.circumstance(words, &mut found) {
                break;
            }
            rest.0 = behind;
        }
        found
    }

    /// The conditions of a cell: 保修期内，一般故障.
    pub(super) fn circumstances(&self, words: &str) -> Option<Condition> {
        let whole = format!("{words}，");
        let mut rest = Rest(&whole);
        let found = self.opening(&mut rest);
        rest.end().map(|()| found)
    }

    /// Adds one circumstance, if the words name one that is not stated yet.
    fn circumstance(&self, words: &str, found: &mut Condition) -> bool {
        fn put<T>(list: &mut Vec<T>, more: Option<Vec<T>>) -> bool {
            match more {
                Some(more) if list.is_empty() => {
                    *list = more;
                    true
                }
                _ => false,
            }
        }
        fn whole<T: Copy>(
            words: &str,
            all: &[T],
            name: impl Fn(T) -> &'static str,
        ) -> Option<Vec<T>> {
            let mut rest = Rest(words);
            let some = rest.several(all, name)?;
            rest.end().map(|()| some)
        }
        let frame = self.frame;
        macro_rules! labelled {
            ($list:ident, $field:ident, $suffix:literal) => {
                put(
                    &mut found.$field,
                    named(
                        words,
                        &frame
                            .$list
                            .iter()
                            .map(|it| {
                                (
                                    format!("{}{}", when::tidy(&it.label), $suffix),
                                    it.id.clone(),
                                )
                            })
                            .collect::<Vec<_>>(),
                    ),
                )
            };
        }
        put(
            &mut found.standing,
            whole(words, Standing::ALL, names::standing),
        ) || labelled!(service_levels, service_level, "服务")
            || labelled!(severities, severity, "")
            || labelled!(regions, region, "")
            || hours(words).is_some_and(|hours| found.reported_between.replace(hours).is_none())
            || put(
                &mut found.channel,
                whole(words, Channel::ALL, names::channel),
            )
            || labelled!(question_types, question, "")
            || put(&mut found.cause, caused(words))
    }
}

/// Names in a row, each of those a plan defines.
fn named<T: Clone>(words: &str, known: &[(String, T)]) -> Option<Vec<T>> {
    let mut rest = words;
    let mut found = Vec::new();
    loop {
        let next = known
            .iter()
            .filter(|(label, _)| !label.is_empty() && rest.starts_with(label.as_str()));
        let (label, id) = next.max_by_key(|(label, _)| label.len())?;
        found.push(id.clone());
        rest = &rest[label.len()..];
        if rest.is_empty() {
            return Some(found);
        }
        rest = rest.strip_prefix('、')?;
    }
}

/// 因外力、因电压不符.
fn caused(words: &str) -> Option<Vec<Cause>> {
    let mut found = Vec::new();
    for each in words.split('、') {
        let name = each.strip_prefix('因')?;
        found.push(
            *Cause::ALL
                .iter()
                .find(|cause| names::cause(**cause) == name)?,
        );
    }
    Some(found)
}

/// 10:00至次日6:00报修.
fn hours(words: &str) -> Option<HoursOfDay> {
    let mut rest = Rest(words);
    let from = rest.time()?;
    rest.must("至")?;
    rest.eat("次日");
    let to = rest.time()?;
    rest.must("报修")?;
    rest.end()?;
    Some(HoursOfDay { from, to })
}

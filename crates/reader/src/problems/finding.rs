//! What a problem is, and the sentence that says it in either language.

use crate::reading::{Problem, ProblemKind, Settlement, Severity, Span};

/// What two or three promises cannot both say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Conflict {
    Limits,
    Order,
    Sum,
    Scopes,
    Terms,
    Prices,
    Causes,
}

/// What is wrong, with the words of the text it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Finding {
    Conflict(Conflict, Vec<String>),
    StockAndOrder(String, String),
    Attendance(String, String),
    NoTerm,
    NoStart,
    LevelWithoutLimit(String),
    ListedWithoutLimit(String),
    LevelNotTold(String),
    Unmeasurable {
        word: String,
        quote: String,
    },
    BelowFloor {
        quote: String,
        law: String,
        from: String,
        confirmed: bool,
    },
    Forbidden(String),
    Blank(String),
}

impl Conflict {
    const fn says(self) -> (&'static str, &'static str) {
        match self {
            Self::Limits => (
                "同一时限有两个不同的数值", "Two different figures for one limit",
            ),
            Self::Order => (
                "前一步的时限比后一步还长",
                "An earlier step has a longer limit than a later one",
            ),
            Self::Sum => (
                "到场时限加到场后修复时限超过了总修复时限",
                "Arrival plus repair on site takes longer than the limit of the whole repair",
            ),
            Self::Scopes => (
                "两个时限的适用情形有重叠，没有写明以哪个为准",
                "Two limits could apply to one case, and nothing says which governs",
            ),
            Self::Terms => (
                "同一对象有两个不同的质保期",
                "Two different warranty terms for one thing",
            ),
            Self::Prices => (
                "同一费用有两个不同的价格", "Two different prices for one charge",
            ),
            Self::Causes => (
                "同一原因既免费又不在保修范围",
                "One cause is both repaired free and not covered",
            ),
        }
    }
}

impl Finding {
    /// The problem it makes.
    pub(super) fn problem(
        &self,
        severity: Severity,
        spans: Vec<Span>,
        settlement: Settlement,
    ) -> Problem {
        Problem {
            severity,
            kind: self.kind(),
            spans,
            says: self.in_chinese(),
            says_en: self.in_english(),
            settlement,
        }
    }

    const fn kind(&self) -> ProblemKind {
        match self {
            Self::Conflict(..) | Self::StockAndOrder(..) => ProblemKind::Contradiction,
            Self::Attendance(..) => ProblemKind::AttendanceMismatch,
            Self::NoTerm
            | Self::NoStart
            | Self::LevelWithoutLimit(_)
            | Self::ListedWithoutLimit(_)
            | Self::LevelNotTold(_) => ProblemKind::Gap,
            Self::Unmeasurable { .. } => ProblemKind::Unmeasurable,
            Self::BelowFloor { .. } => ProblemKind::BelowLegalFloor,
            Self::Forbidden(_) => ProblemKind::ForbiddenPhrase,
            Self::Blank(_) => ProblemKind::Blank,
        }
    }

    fn in_chinese(&self) -> String {
        match self {
            Self::Conflict(conflict, quotes) => {
                let quotes: Vec<String> = quotes.iter().map(|quote| format!("“{quote}”")).collect();
                format!("{}：{}", conflict.says().0, quotes.join("与"))
            }
            Self::StockAndOrder(stock, order) => {
                format!("既承诺常备备件，又需临时订购：“{stock}”与“{order}”")
            }
            Self::Attendance(always, limited) => {
                format!("承诺全天候服务，但值守时间有限：“{always}”与“{limited}”")
            }
            Self::NoTerm => "提到质保期，但没有写明质保期多长".to_owned(),
            Self::NoStart => "写了质保期，但没有写明从哪一天起算".to_owned(),
            Self::LevelWithoutLimit(level) => {
                format!("定义了“{level}”，但没有为它写明时限")
            }
            Self::ListedWithoutLimit(value) => {
                format!("列出了“{value}”，但没有为它写明时限")
            }
            Self::LevelNotTold(level) => {
                format!("写了“{level}”的时限，但没有写明什么情况算“{level}”")
            }
            Self::Unmeasurable { word, quote } => {
                format!("“{word}”无法衡量，请写明时间：“{quote}”")
            }
            Self::BelowFloor {
                quote,
                law,
                from,
                confirmed,
            } => {
                let check = if *confirmed { "" } else { "，请核对" };
                format!("“{quote}”低于法定底线（{law}，自{from}起施行{check}）")
            }
            Self::Forbidden(quote) => {
                format!("“{quote}”属于法律禁止的不公平格式条款（消费者权益保护法第二十六条）")
            }
            Self::Blank(quote) => format!("此处留有空白待填：“{quote}”"),
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::Conflict(conflict, quotes) => {
                let quotes: Vec<String> = quotes.iter().map(|quote| format!("“{quote}”")).collect();
                format!("{}: {}", conflict.says().1, quotes.join(" and "))
            }
            Self::StockAndOrder(stock, order) => format!(
                "Parts are promised from stock and also ordered when needed: “{stock}” and “{order}”"
            ),
            Self::Attendance(always, limited) => format!(
                "Service around the clock is promised, but somebody attends in limited hours only: “{always}” and “{limited}”"
            ),
            Self::NoTerm => {
                "A warranty period is spoken of, but nothing says how long it is".to_owned()
            }
            Self::NoStart => {
                "A warranty period is stated, but not the day it starts from".to_owned()
            }
            Self::LevelWithoutLimit(level) => {
                format!("“{level}” is defined, but no limit is stated for it")
            }
            Self::ListedWithoutLimit(value) => {
                format!("“{value}” is listed, but no limit is stated for it")
            }
            Self::LevelNotTold(level) => {
                format!("Limits are stated for “{level}”, but not what counts as “{level}”")
            }
            Self::Unmeasurable { word, quote } => {
                format!("“{word}” cannot be measured; state a time: “{quote}”")
            }
            Self::BelowFloor {
                quote,
                law,
                from,
                confirmed,
            } => {
                let check = if *confirmed { "" } else { "; check it" };
                format!("“{quote}” is below the legal floor ({law}, in force from {from}{check})")
            }
            Self::Forbidden(quote) => format!(
                "“{quote}” is an unfair standard term that the law forbids (Consumer Protection Law, article 26)"
            ),
            Self::Blank(quote) => format!("A place is left blank: “{quote}”"),
        }
    }
}

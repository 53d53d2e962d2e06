//! The number a verdict rests on, told in the language of whoever reads the table.

use crate::language::Language;
use crate::money::{BasisPoints, Fen};
use crate::plan::clauses::duty::EveryUnit;
use crate::plan::clauses::warranty::Term;
use crate::plan::wording::{limit_in_english, limit_in_words, money_in_words, share_in_words};
use crate::time::Limit;

/// A number with its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    Limit(Limit),
    /// So long before something: more is better.
    Ahead(Limit),
    Term(Term),
    Minutes(u32),
    Days(u32),
    Months(u32),
    Years(u32),
    Times(u32),
    /// Once in so many of a unit.
    Every(u32, EveryUnit),
    Share(BasisPoints),
    Money(Fen),
}

impl Measure {
    pub(super) fn say(self, language: Language) -> String {
        match language {
            Language::Chinese => self.in_chinese(),
            Language::English => self.in_english(),
        }
    }

    fn in_chinese(self) -> String {
        match self {
            Self::Limit(limit) | Self::Ahead(limit) | Self::Term(Term::Period(limit)) => {
                limit_in_words(limit)
            }
            Self::Term(Term::Lifetime) => "终身".to_owned(),
            Self::Term(Term::Seasons(count)) => format!("{count}个采暖季"),
            Self::Minutes(count) => format!("{count}分钟"),
            Self::Days(count) => format!("{count}日"),
            Self::Months(count) => format!("{count}个月"),
            Self::Years(count) => format!("{count}年"),
            Self::Times(count) => format!("{count}次"),
            Self::Every(count, EveryUnit::Days) => format!("每{count}天"),
            Self::Every(count, EveryUnit::Weeks) => format!("每{count}周"),
            Self::Every(count, EveryUnit::Months) => format!("每{count}个月"),
            Self::Share(share) => share_in_words(share),
            Self::Money(fen) => money_in_words(fen),
        }
    }

    fn in_english(self) -> String {
        match self {
            Self::Limit(limit) | Self::Ahead(limit) | Self::Term(Term::Period(limit)) => {
                limit_in_english(limit)
            }
            Self::Term(Term::Lifetime) => "lifetime".to_owned(),
            Self::Term(Term::Seasons(count)) => counted(count, "heating season"),
            Self::Minutes(count) => counted(count, "minute"),
            Self::Days(count) => counted(count, "day"),
            Self::Months(count) => counted(count, "month"),
            Self::Years(count) => counted(count, "year"),
            Self::Times(count) => counted(count, "time"),
            Self::Every(count, EveryUnit::Days) => format!("every {}", counted(count, "day")),
            Self::Every(count, EveryUnit::Weeks) => format!("every {}", counted(count, "week")),
            Self::Every(count, EveryUnit::Months) => format!("every {}", counted(count, "month")),
            Self::Share(share) => share_in_words(share),
            Self::Money(fen) => format!("¥{fen}"),
        }
    }
}

fn counted(count: u32, unit: &str) -> String {
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

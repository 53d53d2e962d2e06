//! A segment with everything a kind may look at.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::kinds::context::Context;
use crate::kinds::draft::Draft;
use crate::kinds::other;
use crate::outline::{Page, Sentence};
use crate::reading::Terms;
use crate::text::Passage;
use crate::words::periods::{Period, Role};
use crate::words::{Cause, Concept, causes_in};

/// Words by which a promise, or the goods, fall short.
const FAILINGS: [&str; 34] = [
    "低于", "达不到", "未达到", "不达标", "不合格", "超过", "超限", "超时", "逾期", "延误", "延迟",
    "破损", "失控", "次以上", "修不好", "修不利索", "做不到", "没修好", "未修好", "未能",
    "不能修复", "无法修复", "还漏", "仍", "还不", "不符", "短缺", "损坏", "没到", "没给", "未到",
    "连续三次", "断货", "返修率",
];

/// 每月2800: a sum without its unit.
fn rate(text: &[char], at: usize) -> bool {
    let every = ["每月", "每天", "每次", "每台", "每人", "每年"]
        .iter()
        .any(|word| crate::words::periods::starts_with(text, at, word));
    let digits = text.get(at + 2..).map_or(0, |rest| {
        rest.iter().take_while(|c| c.is_ascii_digit()).count()
    });
    every && digits >= 2 && text.get(at + 2 + digits).is_none_or(|c| *c == '，')
}

/// What is asked of a sentence for each of its segments, found out once.
pub(crate) struct Told<'a> {
    pub page: &'a Page,
    pub sentence: Sentence,
    pub periods: Vec<Period>,
    pub context: Rc<Context<'a>>,
    /// What lengths of time make of it.
    pub timed: Vec<Draft>,
    /// The folded words of the sentence.
    passage: Passage<'a>,
    /// End of the first segment that states a failing as a condition.
    failing: Option<usize>,
    /// What the headings weigh for each kind.
    pub above: OnceCell<Vec<i32>>,
    /// How often work is passed on.
    pub handoffs: OnceCell<usize>,
    /// Whether it tells an order of steps.
    pub flows: OnceCell<bool>,
}

impl<'a> Told<'a> {
    /// The sentence with what is known about it.
    pub(crate) fn of(
        page: &'a Page,
        sentence: Sentence,
        periods: Vec<Period>,
        context: Rc<Context<'a>>,
        timed: Vec<Draft>,
    ) -> Self {
        let failing = sentence.segments.iter().find_map(|&(start, end)| {
            let passage = page.clean.passage(start, end);
            (passage.text().ends_with('的') && passage.has(&FAILINGS)).then_some(end)
        });
        Self {
            page,
            passage: page.clean.passage(sentence.start, sentence.end),
            sentence,
            periods,
            context,
            timed,
            failing,
            above: OnceCell::new(),
            handoffs: OnceCell::new(),
            flows: OnceCell::new(),
        }
    }

    /// A stretch of the sentence.
    pub(crate) fn view(&self, start: usize, end: usize) -> View<'_> {
        View {
            told: self,
            page: self.page,
            sentence: &self.sentence,
            periods: &self.periods,
            context: &self.context,
            timed: &self.timed,
            start,
            end,
            passage: self.page.clean.passage(start, end),
        }
    }
}

/// A stretch of a sentence and its surroundings.
pub(crate) struct View<'a> {
    pub told: &'a Told<'a>,
    pub page: &'a Page,
    pub sentence: &'a Sentence,
    pub periods: &'a [Period],
    pub context: &'a Context<'a>,
    pub timed: &'a [Draft],
    pub start: usize,
    pub end: usize,
    passage: Passage<'a>,
}

impl View<'_> {
    /// Whether a whole word of the stretch carries the concept.
    pub(crate) fn is(&self, concept: Concept) -> bool {
        self.page
            .tokens_in(self.start, self.end)
            .iter()
            .any(|token| token.is(concept))
    }

    /// Whether a word of the stretch, or a part of one, carries the concept.
    pub(crate) fn holds(&self, concept: Concept) -> bool {
        self.page.holds(self.start, self.end, concept)
    }

    /// How many words carry the concept.
    pub(crate) fn count(&self, concept: Concept) -> usize {
        self.page
            .tokens_in(self.start, self.end)
            .iter()
            .filter(|token| token.is(concept))
            .count()
    }

    /// Whether the sentence carries the concept anywhere.
    pub(crate) fn sentence_is(&self, concept: Concept) -> bool {
        self.page
            .tokens_in(self.sentence.start, self.sentence.end)
            .iter()
            .any(|token| token.is(concept))
    }

    /// The folded words.
    pub(crate) fn text(&self) -> &str {
        self.passage.text()
    }

    /// The folded words of the whole sentence.
    pub(crate) fn whole(&self) -> &str {
        self.told.passage.text()
    }

    /// Whether one of the words stands anywhere in the sentence.
    pub(crate) fn whole_has(&self, words: &[&str]) -> bool {
        self.told.passage.has(words)
    }

    /// Whether one of the words stands in the stretch.
    pub(crate) fn has(&self, words: &[&str]) -> bool {
        self.passage.has(words)
    }

    /// The words as written.
    pub(crate) fn quote(&self) -> String {
        self.page.quote(self.start, self.end).0
    }

    /// Whether a clause with a length of time took most of the stretch.
    pub(crate) fn taken(&self) -> bool {
        self.timed
            .iter()
            .any(|draft| draft.touches(self.start, self.end))
    }

    /// Whether a time limit took the stretch.
    pub(crate) fn limited(&self) -> bool {
        self.timed.iter().any(|draft| {
            draft.touches(self.start, self.end) && matches!(draft.terms, Terms::TimeLimit { .. })
        })
    }

    /// Whether a warranty term took the stretch.
    pub(crate) fn warranted(&self) -> bool {
        self.timed.iter().any(|draft| {
            draft.touches(self.start, self.end)
                && matches!(
                    draft.terms,
                    Terms::WarrantyTerm { .. } | Terms::WarrantyStart { .. }
                )
        })
    }

    /// Whether a recurring duty took the stretch.
    pub(crate) fn recurs(&self) -> bool {
        self.timed.iter().any(|draft| {
            draft.touches(self.start, self.end)
                && matches!(draft.terms, Terms::RecurringDuty { .. })
        })
    }

    /// 定期巡检设备: work that comes back, nobody says when.
    pub(crate) fn comes_back(&self) -> bool {
        let tokens = self.page.tokens_in(self.start, self.end);
        let named = |concept| tokens.iter().any(|token| token.is(concept));
        named(Concept::Often) && named(Concept::DutyWork)
    }

    /// A length of time of the stretch in the given role.
    pub(crate) fn period(&self, role: Role) -> Option<&Period> {
        self.periods.iter().find(|period| {
            period.role == role && period.start >= self.start && period.end <= self.end
        })
    }

    /// The causes named.
    pub(crate) fn causes(&self) -> Vec<Cause> {
        causes_in(self.text())
    }

    /// Whether a cause the customer answers for is named.
    pub(crate) fn customers_cause(&self) -> bool {
        self.causes().iter().any(|cause| cause.customers)
    }

    /// Whether a sum of money, a percentage or a discount stands in the stretch.
    pub(crate) fn money(&self) -> bool {
        let text = self.page.clean.slice(self.start, self.end);
        let counted = |at: usize| {
            at > 0
                && (text[at - 1].is_ascii_digit()
                    || "一二三四五六七八九十百千万".contains(text[at - 1]))
        };
        let sum = |at: usize| match text[at] {
            '￥' | '¥' => true,
            '元' | '%' | '折' => counted(at),
            '万' => text[at..].starts_with(&['万', '元']) && counted(at),
            '块' => (text[at..].starts_with(&['块', '钱']) || at + 1 == text.len()) && counted(at),
            '每' => rate(text, at),
            _ => false,
        };
        (0..text.len()).any(sum)
    }

    /// Whether the line carries the concept anywhere.
    pub(crate) fn line_is(&self, concept: Concept) -> bool {
        const NEAR: usize = 400;
        let line = &self.page.lines[self.sentence.line];
        self.page
            .tokens_in(
                line.start.max(self.start.saturating_sub(NEAR)),
                line.end.min(self.end + NEAR),
            )
            .iter()
            .any(|token| token.is(concept))
    }

    /// Whether the words or the headings above speak of the warranty.
    pub(crate) fn about_warranty(&self) -> bool {
        self.line_is(Concept::Warranty)
            || self.context.says(Concept::Warranty)
            || self.context.says(Concept::InTerm)
    }

    /// How many things are counted: 电机1台、衬板1套, 读卡器4个.
    pub(crate) fn counted_things(&self) -> usize {
        const MEASURES: &str = "个台套块支根条片只件把米组节枚瓶桶张包卷盒箱";
        let text = self.page.clean.slice(self.start, self.end);
        let number = |c: char| c.is_ascii_digit() || "一二两三四五六七八九十各".contains(c);
        let named = |end: usize| {
            let name = text[..end].iter().rev().find(|c| !number(**c));
            name.is_some_and(|c| crate::text::is_han(*c) && !"第每同这那某任".contains(*c))
        };
        (1..text.len())
            .filter(|at| {
                MEASURES.contains(text[*at])
                    && number(text[at - 1])
                    && !text[*at..].starts_with(&['个', '月'])
                    && !text[*at..].starts_with(&['个', '工'])
                    && named(at - 1)
            })
            .count()
    }

    /// Whether money is taken off for falling short: 每超10分钟扣500元, 低于99%扣20%.
    pub(crate) fn deducts(&self) -> bool {
        const NEAR: usize = 10;
        let text = self.page.clean.slice(self.start, self.end);
        let taken = || {
            (0..text.len()).any(|at| {
                "扣罚赔退".contains(text[at])
                    && text[at + 1..]
                        .iter()
                        .take(NEAR)
                        .take_while(|c| !"，。；".contains(**c))
                        .any(|c| c.is_ascii_digit() || matches!(c, '%' | '倍' | '成' | '百'))
            })
        };
        self.has(&["扣", "罚", "赔", "退"])
            && taken()
            && !self.has(&["押金"])
            && self.whole_has(&[
                "低于", "超过", "超时", "每超", "迟", "逾", "失约", "不合格", "不达标", "超标",
                "未", "拖", "不足", "延误", "爽约", "每低", "达不到", "累计", "不上",
            ])
    }

    /// Whether a failing is the condition of what follows: 低于98%的，/ 修不好的，/ 超时的，
    pub(crate) fn after_failing(&self) -> bool {
        self.opens_failing() || self.told.failing.is_some_and(|end| end <= self.end)
    }

    /// 超过的免费更换模组, 低于95%的退全款: the failing opens the stretch.
    fn opens_failing(&self) -> bool {
        const LONGEST: usize = 14;
        const FALLS_SHORT: [&str; 6] = ["低于", "达不到", "不达标", "超时", "未达到", "未兑现"];
        let text = self.text();
        text.find('的').is_some_and(|at| {
            let opening = &text[..at];
            opening == "超过"
                || opening.chars().count() <= LONGEST
                    && FALLS_SHORT.iter().any(|word| opening.contains(word))
        })
    }

    /// Whether a telephone number, masked or not, stands in the stretch.
    pub(crate) fn phone(&self) -> bool {
        let mut run = 0;
        for char in self.text().chars() {
            if char.is_ascii_digit() || matches!(char, 'x' | '-' | '_' | '×' | '*') {
                run += 1;
            } else if !matches!(char, ' ' | '（' | '）' | '转') {
                run = 0;
            }
            if run >= 7 {
                return true;
            }
        }
        false
    }

    /// Whether the line only announces its list.
    pub(crate) fn announces(&self) -> bool {
        let line_end = self.page.lines[self.sentence.line].end;
        let heads_list = self.sentence.end >= line_end
            && self.page.clean.chars.get(self.sentence.end - 1) == Some(&'：')
            && self.has(&["下列", "以下", "如下"])
            && !self.asks_below();
        matches!(self.page.clean.chars.get(self.end), Some('：')) && self.end + 1 >= line_end
            || heads_list
    }

    /// Whether the line below is a question: then the promise stands above it, 遵守下列行为规范，由客户评价：.
    fn asks_below(&self) -> bool {
        self.page
            .lines
            .get(self.sentence.line + 1)
            .is_some_and(|line| {
                let text = self.page.clean.text(line.start, line.end);
                text.trim_end_matches('。').ends_with(['？', '吗'])
            })
    }

    /// Whether the stretch is a label such as 收费： or a bare title such as 五是培训承诺。
    pub(crate) fn labels(&self) -> bool {
        const LABEL: usize = 10;
        const TITLE: usize = 9;
        let length = self.end - self.start;
        let next = self.page.clean.chars.get(self.end).copied();
        let plain = !self.text().chars().any(|c| c.is_ascii_digit());
        let first = self.start == self.sentence.start;
        let label =
            matches!(next, Some('：' | '\t')) && length <= LABEL && first && !self.announces();
        let titled = [
            "承诺", "要求", "标准", "说明", "流程", "方式", "内容", "时间", "规定",
        ]
        .iter()
        .any(|word| self.text().ends_with(word));
        let title = first && self.end == self.sentence.end && length <= TITLE && titled;
        plain && (label || title)
    }

    /// Whether the sentence asks rather than promises.
    pub(crate) fn asks(&self) -> bool {
        self.page.clean.chars.get(self.sentence.end) == Some(&'？')
    }

    /// Whether the stretch only states the condition of what follows: 需更换压缩机的，
    pub(crate) fn conditional(&self) -> bool {
        const SHORT: usize = 16;
        let text = self.text();
        let moment = text.chars().count() <= SHORT
            && (text.ends_with('后') || text.ends_with('时'))
            && ![
                "售后", "随时", "及时", "同时", "按时", "准时", "小时", "定时", "届时",
            ]
            .iter()
            .any(|word| text.ends_with(word));
        self.end < self.sentence.end && (moment || text.ends_with('的') && !text.ends_with("目的"))
    }

    /// Whether a word of the lexicon, or a length of time, stands in the sentence or its headings: prose about something else has none.
    pub(crate) fn speaks_of_service(&self) -> bool {
        let told = |start, end| !self.page.tokens_in(start, end).is_empty();
        !self.periods.is_empty()
            || told(self.sentence.start, self.sentence.end)
            || self
                .context
                .headings
                .iter()
                .any(|&(start, end)| told(start, end))
    }

    /// Whether the stretch holds the supplier to a figure or to a notice.
    pub(crate) fn keeps_a_figure(&self) -> bool {
        other::holds_to(
            self.page,
            self.sentence,
            self.periods,
            (self.start, self.end),
        )
    }

    /// Whether the line is a bare heading.
    pub(crate) fn heading(&self) -> bool {
        self.page.lines[self.sentence.line].heading
    }
}

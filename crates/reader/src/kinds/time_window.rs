//! Where around a length of time its milestone, start and condition are looked for.

use crate::outline::{Page, Sentence};
use crate::reading::Milestone;
use crate::words::Concept;
use crate::words::periods::{Period, Role};

use super::beginning_words;
use super::beginnings;
use super::milestones::{self, Hit};
use super::surroundings::about_parts;
use super::time_memory::label;

/// A length of time with its surroundings.
pub(crate) struct Window<'a> {
    pub page: &'a Page,
    pub sentence: &'a Sentence,
    pub period: Period,
    /// End of the length of time before, or the start of the sentence.
    pub floor: usize,
    /// Start of the next length of time, or the end of the sentence.
    pub ceiling: usize,
    /// Segment the length of time stands in.
    pub segment: (usize, usize),
    /// Whether the words deal with a complaint.
    pub complaint: bool,
}

/// What is done to a thing where it is: looked into, priced, mended.
pub(super) fn on_the_bench(target: Milestone) -> bool {
    use Milestone as M;
    matches!(
        target,
        M::Repaired
            | M::Restored
            | M::Diagnosed
            | M::CauseDecided
            | M::SolutionProposed
            | M::QuoteSent
    )
}

/// How far an unmarked length of time may stand from the word it limits.
const CLOSE: usize = 6;

impl<'a> Window<'a> {
    /// The surroundings of the `index`-th length of time of a sentence.
    pub(crate) fn of(
        page: &'a Page,
        sentence: &'a Sentence,
        periods: &[Period],
        index: usize,
        complaint: bool,
    ) -> Self {
        let period = periods[index];
        let floor = index
            .checked_sub(1)
            .map_or(sentence.start, |before| periods[before].end);
        let ceiling = periods
            .get(index + 1)
            .map_or(sentence.end, |next| next.start);
        let segment = sentence
            .segments
            .iter()
            .copied()
            .find(|&(start, end)| start <= period.start && period.start < end)
            .unwrap_or((sentence.start, sentence.end));
        Self {
            page,
            sentence,
            period,
            floor,
            ceiling,
            segment,
            complaint,
        }
    }

    fn marked(&self) -> bool {
        self.period.role == Role::Within
    }

    /// The milestone that is to be reached, if the words around name one.
    pub(crate) fn target(&self) -> Option<Hit> {
        let here = self.find(self.period.end, self.segment.1.min(self.ceiling));
        // 二十日完成: a weaker verb right behind the length.
        let adjacent = |hit: &Hit| hit.rank == 2 && hit.start - self.period.end <= 1;
        if let Some(hit) = here.filter(|hit| {
            hit.rank <= 1 && (self.marked() || hit.start - self.period.end <= CLOSE)
                || adjacent(hit)
        }) {
            return Some(hit);
        }
        // 料到两天内给您修: what stands before opens the limit and labels nothing.
        let over = self.just_done(self.segment.0.max(self.floor)).is_some();
        let label = self.label().filter(|_| !(over && here.is_some()));
        let further = || {
            if self.marked() {
                self.following()
            } else {
                None
            }
        };
        let weak = here.filter(|_| self.marked());
        match label {
            Some(label) if label.rank <= 1 => Some(label),
            _ => further()
                .filter(|hit| weak.is_none_or(|weak| hit.rank < weak.rank))
                .or(weak)
                .or(label),
        }
    }

    fn find(&self, start: usize, end: usize) -> Option<Hit> {
        if start >= end {
            return None;
        }
        milestones::target(self.page, start, end, self.complaint)
    }

    /// 响应时间不超过2小时, 到场：2小时: the milestone stands before.
    fn label(&self) -> Option<Hit> {
        let own = (self.segment.0.max(self.floor), self.period.start);
        let own = self.find(own.0, own.1).filter(|hit| self.labels(hit));
        own.or_else(|| {
            let at = self
                .sentence
                .segments
                .iter()
                .position(|s| *s == self.segment)?;
            let (start, end) = *self.sentence.segments.get(at.checked_sub(1)?)?;
            let announces = matches!(self.page.clean.chars.get(end), Some('：' | '\t'));
            let near = self.period.start - self.segment.0 <= 14;
            (announces && near && start >= self.floor)
                .then(|| label(self.page, start, end, self.complaint))
                .flatten()
        })
    }

    /// A verb before the length counts when it is a label: 时间 follows it, or next to nothing stands between.
    fn labels(&self, hit: &Hit) -> bool {
        let between = self.page.clean.text(hit.end, self.period.start);
        let named = ["时间", "时限", "时效", "期限", "速度", "周期"]
            .iter()
            .any(|word| {
                between.contains(word) || self.page.clean.text(hit.start, hit.end).contains(word)
            });
        let short = self.page.clean.text(hit.start, hit.end) != "送"
            && between
                .chars()
                .filter(|c| !"为在约不超过大于少最长迟≤<=：现场时间（）".contains(*c))
                .count()
                <= 1;
        named || short
    }

    /// 24小时内，派员到达现场: the verb stands in the next segments, before another length of time.
    fn following(&self) -> Option<Hit> {
        let at = self
            .sentence
            .segments
            .iter()
            .position(|s| *s == self.segment)?;
        self.sentence.segments[at + 1..]
            .iter()
            .take(2)
            .take_while(|(_, end)| *end <= self.ceiling)
            .find_map(|&(start, end)| self.find(start, end).filter(|hit| hit.rank <= 2))
    }

    /// 到场1小时内修复, 修好24小时内寄出: what is done right before the length opens the next step.
    fn arrived(&self, target: Milestone) -> Option<Hit> {
        use Milestone as M;
        const GAP: usize = 2;
        let from = self.segment.0.max(self.floor);
        let made = |milestone, start, end| {
            Some(Hit {
                milestone,
                start,
                end,
                rank: 0,
            })
        };
        let last = |concept| {
            self.page
                .tokens_in(from, self.period.start)
                .iter()
                .rev()
                .find(|t| {
                    t.is(concept)
                        && self.period.start - t.end <= GAP
                        // 2小时到场、8小时恢复: a list, each from the start.
                        && !self.page.clean.text(t.end, self.period.start).contains('、')
                })
        };
        let on_the_spot = on_the_bench(target) || target == M::SpareOnSite;
        if on_the_spot {
            let place = last(Concept::Arrive)
                .map(|t| (t.start, t.end))
                .or_else(|| self.arrived_somewhere(from));
            if let Some((start, end)) = place {
                return made(M::OnSite, start, end);
            }
        }
        let after_repair = matches!(
            target,
            M::Dispatched | M::CalledBack | M::ReportDelivered | M::Closed | M::Rated
        );
        if let Some(done) = last(Concept::RepairDone).filter(|_| after_repair) {
            return made(M::Repaired, done.start, done.end);
        }
        let found = matches!(target, M::QuoteSent | M::SolutionProposed);
        last(Concept::Diagnose)
            .filter(|_| found)
            .and_then(|token| made(M::Diagnosed, token.start, token.end))
            .or_else(|| {
                self.just_done(from)
                    .filter(|hit| hit.milestone != M::OnSite || on_the_spot)
            })
    }

    /// 工单关闭三天内回访, 检测当天报价, 料到两天内给您修: what is over opens the next step without 后.
    fn just_done(&self, from: usize) -> Option<Hit> {
        const OVER: [&str; 15] = [
            "完", "完毕", "完成", "到", "到货", "关闭", "寄出", "下单", "订件", "确认", "签收",
            "收件", "交机", "送达", "结案",
        ];
        let hit = beginning_words::named(self.page, from, self.period.start)
            .filter(|hit| hit.end == self.period.start)?;
        let day = matches!(
            self.page.clean.chars.get(self.period.start),
            Some('当' | '次' | '翌' | '同' | '隔' | '第')
        );
        let word = self.page.clean.text(hit.start, hit.end);
        (day || hit.milestone == Milestone::OnSite || OVER.iter().any(|over| word.ends_with(over)))
            .then_some(hit)
    }

    /// 到台半小时恢复, 抵院一小时内查明, 到了以后一小时内: whatever the place.
    fn arrived_somewhere(&self, from: usize) -> Option<(usize, usize)> {
        const SHORT: usize = 7;
        let chars = &self.page.clean.chars;
        let at = (self.period.start.saturating_sub(SHORT).max(from)..self.period.start)
            .rev()
            .find(|at| matches!(chars[*at], '到' | '抵'))?;
        let opens = at == from || "，、；：自".contains(chars[at - 1]) || chars[at] == '抵';
        let place = self.page.clean.text(at + 1, self.period.start);
        let place = place.trim_end_matches(['后', '起', '了', '以', '之']);
        let short = place.chars().count() <= 3 && (!place.is_empty() || at + 1 < self.period.start);
        let other = ["货", "期", "件", "账", "位"]
            .iter()
            .any(|w| place.starts_with(w));
        (opens && short && !other && place.chars().all(crate::text::is_han))
            .then_some((at, self.period.start))
    }

    /// The event the clock starts from.
    pub(crate) fn beginning(&self, target: Milestone) -> Option<Hit> {
        let found = beginnings::beginning(self.page, self.floor, self.period.start)
            .or_else(|| self.arrived(target))
            .map(|hit| self.precisely(hit, target))?;
        // 无法修复的，4小时内送备机: without a telephone in sight only a visit follows a failed remote attempt.
        let remote = found.milestone == Milestone::RemoteAttemptFailed && found.rank > 0;
        let brought = found.milestone == Milestone::Delivered && found.rank > 0;
        (found.milestone != target
            && (!remote || target == Milestone::OnSite)
            && (!brought || on_the_bench(target)))
        .then_some(found)
    }

    /// What the beginning means for this target: an order for parts, goods that are parts, a customer's consent.
    fn precisely(&self, hit: Hit, target: Milestone) -> Hit {
        use Milestone as M;
        let word = self.page.clean.text(hit.start, hit.end);
        let words = self.page.clean.text(hit.start, self.period.start);
        let parts = || about_parts(self.page, self.period.start);
        let moved = matches!(
            target,
            M::Dispatched | M::Delivered | M::PartArrived | M::SpareOnSite
        );
        let ordered = [
            "订单", "定单", "订货", "下单", "领用", "动用", "用后", "订购", "定购", "下订", "消耗",
            "取用", "要货", "申领", "领料",
        ]
        .iter()
        .any(|order| words.contains(order));
        let mended = matches!(target, M::Repaired | M::Restored);
        // 方案经甲方确认后: what is agreed to is no price.
        let of_plan = ["方案", "图纸", "图样", "样稿", "设计", "计划", "稿件"]
            .iter()
            .any(|plan| {
                let from = self.sentence.start.max(hit.start.saturating_sub(10));
                self.page.clean.text(from, hit.end).contains(plan)
            });
        let consent = !of_plan
            && ["确认", "同意", "点头", "付款确认", "认可"]
                .iter()
                .any(|yes| word.contains(yes))
            && self
                .page
                .tokens_in(
                    hit.start.saturating_sub(6).max(self.sentence.start),
                    hit.start,
                )
                .iter()
                .any(|token| token.is(Concept::Customer));
        let milestone = match hit.milestone {
            M::Reported | M::Signed if moved && ordered && parts() => M::PartOrdered,
            M::Delivered
                if mended
                    && (word.contains('货') && !word.contains('退')
                        || word.contains('达') && parts()) =>
            {
                M::PartArrived
            }
            M::Approved if mended && consent => M::QuoteAccepted,
            // 收到后10天内修好寄回: what was received is the thing itself.
            M::Reported if self.receives_goods(&hit, target) => M::Delivered,
            _ if self.complaint => self.of_complaint(&hit, target),
            other => other,
        };
        Hit { milestone, ..hit }
    }

    /// 我们收到后7至10天修好寄出: nothing is named behind 收到, and what is mended goes back.
    fn receives_goods(&self, hit: &Hit, target: Milestone) -> bool {
        use Milestone as M;
        let word = self.page.clean.text(hit.start, hit.end);
        let bare = self
            .page
            .clean
            .chars
            .get(hit.end)
            .is_some_and(|c| matches!(c, '后' | '起' | '之' | '以'));
        let whole = self.page.clean.text(self.sentence.start, self.sentence.end);
        let sent = ["寄", "返厂", "送修", "送回", "返修", "交还", "发回"]
            .iter()
            .any(|back| whole.contains(back));
        word == "收到"
            && bare
            && sent
            && matches!(
                target,
                M::Repaired | M::Dispatched | M::Diagnosed | M::QuoteSent | M::Restored
            )
    }

    /// 受理后8小时内答复, 答复后三天内办结 of a complaint; a call after it follows its settlement.
    fn of_complaint(&self, hit: &Hit, target: Milestone) -> Milestone {
        use Milestone as M;
        let grievance = matches!(target, M::ComplaintAnswered | M::ComplaintSettled);
        let repaired = self.page.clean.text(hit.start, hit.end).contains('修');
        match hit.milestone {
            M::Answered if target == M::ComplaintSettled => M::ComplaintAnswered,
            M::Reported | M::Acknowledged | M::Answered if grievance => M::ComplaintReceived,
            M::Repaired | M::Closed if target == M::CalledBack && !repaired => M::ComplaintSettled,
            other => other,
        }
    }
}

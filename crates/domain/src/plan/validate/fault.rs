use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::slug::ClauseId;

/// Something in a plan, or in the terms of an agreement, that cannot be right whatever was meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Fault {
    /// What is wrong.
    pub code: FaultCode,
    /// Where: a JSON pointer into the document.
    pub pointer: String,
    /// The clause it is in, if it is in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<ClauseId>,
    /// What stands there.
    pub found: String,
    /// What could stand there instead, the nearest first, where a name is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known: Vec<String>,
}

impl Fault {
    /// What is wrong and what to do about it, with what could stand there instead.
    pub fn advice(&self, language: Language) -> String {
        let said = self.code.advice();
        let text = language.choose(said.zh, said.en);
        text.replace("{known}", &self.known.join(language.choose("、", ", ")))
    }
}

/// The same sentence in both languages of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// Simplified Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

macro_rules! faults {
    ($($(#[$doc:meta])* $variant:ident = $word:tt, $zh:literal, $en:literal;)*) => {
        crate::words::words! {
            /// What is wrong with a plan.
            FaultCode { $($(#[$doc])* $variant = $word,)* }
        }

        impl FaultCode {
            /// What is wrong and what to do about it.
            pub const fn advice(self) -> Said {
                match self { $(Self::$variant => Said { zh: $zh, en: $en },)* }
            }
        }
    };
}

faults! {
    /// A text that must say something is empty.
    EmptyText = "empty_text", "内容为空：请填写。", "Nothing is written here: write it.";
    /// A text is longer than 40 000 characters.
    TextTooLong = "text_too_long", "文字过长：请控制在 40000 字以内。", "The text is too long: keep it within 40,000 characters.";
    /// More entries than a plan may have.
    TooMany = "too_many", "条目过多：请拆分方案。", "There are too many entries: split the plan.";
    /// A list that must have an entry is empty.
    EmptyList = "empty_list", "列表为空：请至少写一项。", "The list is empty: add at least one entry.";
    /// Two things have the same id.
    DuplicateId = "duplicate_id", "编号重复：请换一个编号。", "The id is taken: choose another.";
    /// The zone is not in the IANA data base.
    UnknownZone = "unknown_zone", "没有这个时区：请填写 IANA 时区，例如 Asia/Shanghai。", "There is no such zone: write an IANA zone such as Asia/Shanghai.";
    /// A row has no condition.
    BlankCondition = "blank_condition", "这一行没有条件，永远不会生效：请写条件，或把它移到“其他情况”。", "The row has no condition and never holds: state one, or move it to the default.";
    /// A calendar that nobody keeps.
    UnknownCalendar = "unknown_calendar", "没有这个日历，所有按它计时的时限都算不出来：请改用已有的日历（{known}），或先建立它。", "There is no such calendar, and no limit counted by it would ever be due: name one that exists ({known}), or set it up first.";
    /// A product family of which the law on file says nothing.
    UnknownProduct = "unknown_product", "法定底线中没有这个产品类别，写错会使底线失效：请改为已有的类别（{known}）、先在法定底线中添加它，或去掉此项。", "The law on file knows no such product family, and a misspelt one loses its floors: name one that is known ({known}), add it to the legal floors first, or leave it out.";
    /// The same condition stands in two rows.
    DuplicateRow = "duplicate_row", "条件与前面某行完全相同，永远不会生效：请删除或修改。", "An earlier row has the same condition, so this one never holds: remove or change it.";
    /// From and to are the same hour.
    EmptyHours = "empty_hours", "起止时刻相同：请填写不同的时刻。", "The hours begin and end at the same time: make them differ.";
    /// A fault level that the plan does not define.
    UnknownSeverity = "unknown_severity", "方案没有定义这个故障等级：请先定义。", "The plan defines no such fault level: define it first.";
    /// A service level that the plan does not define.
    UnknownServiceLevel = "unknown_service_level", "方案没有定义这个服务级别：请先定义。", "The plan defines no such service level: define it first.";
    /// A region that the plan does not define.
    UnknownRegion = "unknown_region", "方案没有定义这个区域：请先定义。", "The plan defines no such region: define it first.";
    /// A kind of question that the plan does not define.
    UnknownQuestion = "unknown_question", "方案没有定义这类问题：请先定义。", "The plan defines no such kind of question: define it first.";
    /// A grading question that is not asked.
    UnknownGradingQuestion = "unknown_grading_question", "没有这个定级问题：请先写出问题。", "No such grading question is asked: write it first.";
    /// A parameter that the plan does not ask.
    UnknownParameter = "unknown_parameter", "方案没有定义这个参数：请在“待定项”中添加。", "The plan asks no such parameter: add it to the parameters.";
    /// A clause that does not exist.
    UnknownClause = "unknown_clause", "没有这个条款：请填写已有条款的编号。", "There is no such clause: write the id of one.";
    /// The parameter asks for another kind of answer.
    WrongAnswerKind = "wrong_answer_kind", "参数的答案类型与此处不符：请改参数类型，或换一个参数。", "The parameter asks for another kind of answer: change its kind, or ask another.";
    /// An answer that does not fit its parameter.
    BadAnswer = "bad_answer", "答案格式不对：请按所示格式填写。", "The answer does not fit: write it as shown.";
    /// A percent mark outside 1 to 100, or out of order.
    BadPercent = "bad_percent", "预警百分比须在 1 到 100 之间，且从小到大。", "Percent marks lie between 1 and 100, in rising order.";
    /// A limit of no time at all.
    ZeroLimit = "zero_limit", "时限为零：请填写大于零的时限。", "The limit is zero: write one above zero.";
    /// A count of nothing.
    ZeroCount = "zero_count", "数量为零：请填写大于零的整数。", "The number is zero: write a whole number above zero.";
    /// A number beyond anything a plan can mean.
    TooLarge = "too_large", "数值过大，不可能兑现：请填写不超过一百年的期限或一万以内的次数。", "The number is too large to be kept: state a period of at most a hundred years, or at most ten thousand times.";
    /// The target is later than the limit.
    TargetAfterLimit = "target_after_limit", "目标晚于时限：请把目标改为不晚于时限。", "The target is later than the limit: make it earlier.";
    /// A limit that begins and ends with the same milestone.
    SameMilestone = "same_milestone", "起点与终点相同：请选择不同的里程碑。", "The limit begins and ends with the same milestone: choose two.";
    /// A document due within a time, but after nothing.
    WithinNothing = "within_nothing", "写了时限却没有写从何时起算：请选择里程碑。", "A time is stated, but not after what: choose a milestone.";
    /// An amount of money below zero.
    NegativeAmount = "negative_amount", "金额为负：请填写不小于零的金额。", "The amount is negative: write zero or more.";
    /// Rates that are not in rising order of years, or that repeat one.
    YearsOutOfOrder = "years_out_of_order", "年份须从 1 起、从小到大、不重复。", "Years start at 1 or later, rise, and do not repeat.";
    /// A contradiction with fewer than two clauses.
    TooFewClauses = "too_few_clauses", "矛盾至少涉及两个条款。", "A contradiction has at least two clauses.";
    /// A scope of a clause the settlement is not about.
    ForeignScope = "foreign_scope", "适用范围写了与此矛盾无关的条款。", "The scope names a clause this settlement is not about.";
    /// A settlement by scope that separates nothing.
    NoScope = "no_scope", "按适用范围处理时，须至少给一个条款写出范围。", "A settlement by scope states the scope of at least one clause.";
    /// A parameter that must be answered is not.
    Unanswered = "unanswered", "此项待定：签约前请填写。", "The plan leaves this open: answer it before it is applied.";
    /// A value that does not fit the clause it replaces.
    WrongOverride = "wrong_override", "约定的值与该条款的类型不符：保修期条款填期限，时限条款填时限。", "The value does not fit the clause: a term for a warranty term, a limit for a time limit.";
    /// A value in an agreement that asks again.
    AsksAgain = "asks_again", "协议里的值必须写明，不能再待定。", "A value in an agreement must be stated, not asked.";
    /// A contradiction left to the agreement, which does not choose.
    Undecided = "undecided", "方案把这处矛盾留给协议决定：请选定一个条款。", "The plan leaves this contradiction to the agreement: choose one clause.";
    /// Both sides of a contradiction chosen.
    ChosenTwice = "chosen_twice", "同一处矛盾选了两个条款：请只选一个。", "Two clauses are chosen for one contradiction: choose one.";
}

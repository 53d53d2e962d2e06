use crate::plan::validate::Said;

macro_rules! problems {
    ($($(#[$doc:meta])* $variant:ident = $word:tt, $contradiction:literal, $zh:literal, $en:literal;)*) => {
        crate::words::words! {
            /// What contradicts or is missing.
            ProblemCode { $($(#[$doc])* $variant = $word,)* }
        }

        impl ProblemCode {
            /// What it means and what to do about it.
            pub const fn advice(self) -> Said {
                match self { $(Self::$variant => Said { zh: $zh, en: $en },)* }
            }

            /// Whether clauses contradict each other, rather than something missing.
            pub const fn is_contradiction(self) -> bool {
                match self { $(Self::$variant => $contradiction,)* }
            }
        }
    };
}

problems! {
    /// Two clauses give different limits between the same milestones.
    ConflictingLimits = "conflicting_limits", true,
        "同一段时间有两个不同的时限：请选定从严、由协议选定，或写明各自的适用范围。",
        "Two clauses give different limits for the same stretch: let the stricter govern, leave it to the agreement, or state the scope of each.";
    /// An earlier milestone may come later than a later one.
    OutOfOrder = "out_of_order", true,
        "先发生的一步允许比后一步更晚：请核对两个时限。",
        "An earlier step may take longer than a later one: check both limits.";
    /// A graver fault has a longer limit.
    GraverIsSlower = "graver_is_slower", true,
        "更严重的故障时限反而更长：请核对。",
        "A graver fault has the longer limit: check it.";
    /// Two warranty terms for the same thing.
    ConflictingTerms = "conflicting_terms", true,
        "同一对象有两个保修期：请选定对客户有利者、由协议选定，或写明各自的适用范围。",
        "Two warranty terms cover the same thing: let the better one govern, leave it to the agreement, or state the scope of each.";
    /// Two charges for the same cause.
    ConflictingCharges = "conflicting_charges", true,
        "同一原因有两种收费：请选定对客户有利者，或写明各自的适用范围。",
        "Two charges meet one cause: let the better one govern, or state the scope of each.";
    /// Parts are both stocked and ordered when needed.
    StockOrOrder = "stock_or_order", true,
        "既承诺备有库存，又写按需向厂家订购：请由协议选定。",
        "Parts are promised from stock and also ordered when needed: leave it to the agreement.";
    /// A channel at which somebody is said to attend always, at a company that is not attended always.
    Unattended = "unattended", true,
        "承诺全天候有人接听，公司的值守时间却有限：请改写承诺；或以承诺为准，安排全天值守。",
        "Somebody is said to attend around the clock, but the company is attended in limited hours: change the clause, or let the promise govern and arrange for the attendance.";
    /// A limit that runs day and night and can end before anybody attends again.
    LimitUnattended = "limit_unattended", false,
        "这些时限昼夜连续计算，可能在无人值守时到期：请改为工作时间，或安排值守。",
        "These limits run day and night and can end while nobody attends: count them in working time, or arrange for attendance.";
    /// A promise below the law.
    BelowTheLaw = "below_the_law", false,
        "低于法定底线：消费者客户将按法定值计算，请修改条款。",
        "Below the law: for consumers the legal value is computed; change the clause.";
    /// Words that the law forbids in terms for consumers.
    ForbiddenWords = "forbidden_words", false,
        "法律禁止的格式条款（消费者权益保护法第二十六条）：请删除或改写这句话。",
        "The law forbids these words in standard terms (Consumer Protection Law art. 26): remove or rewrite them.";
    /// A limit whose end comes before its beginning.
    Backwards = "backwards", false,
        "终点先于起点，这个时限无法履行：请对调或改选里程碑。",
        "The limit ends with something that comes before it begins, so it can never be kept: exchange the milestones or choose others.";
    /// A recurring duty whose window is as long as its rhythm.
    WindowTooWide = "window_too_wide", false,
        "允许提前与推迟的天数加起来不短于周期，一次就能算作两次：请缩短。",
        "The days early and late together are no shorter than the rhythm, so that one time counts for two: shorten them.";
    /// More contradictions of one kind than are told one by one.
    MoreOfThem = "more_of_them", false,
        "同类矛盾过多，只列出了前面的：请先合并或删除重复的条款。",
        "There are more contradictions of this kind than are listed: join the clauses that repeat each other first.";
    /// No warranty term at all.
    NoTerm = "no_term", false,
        "没有写保修期：请添加保修期条款，或写成待定项。",
        "No warranty term is stated: add one, or leave it to be asked.";
    /// No coverage at all.
    NoCoverage = "no_coverage", false,
        "没有写保修范围：请写明哪些原因免费、哪些收费。",
        "No coverage is stated: say which causes are free and which are charged.";
    /// A state of the warranty in which no coverage is stated.
    StandingWithoutCoverage = "standing_without_coverage", false,
        "没有写明这种保修状态下维修怎么收费：请补充保修范围条款。",
        "Nothing says what a repair costs in this state of the warranty: add a coverage clause.";
    /// A level, region or kind of question for which a limit promises nothing.
    WithoutLimit = "without_limit", false,
        "已定义但该时限没有写到：请补一行，或写默认时限。",
        "Defined, but this limit leaves it out: add a row, or a default.";
    /// A level, region or kind of question that no clause mentions.
    NeverUsed = "never_used", false,
        "已定义但没有条款用到：请写入条款，或删除定义。",
        "Defined, but no clause depends on it: use it, or remove it.";
    /// Fault levels with no questions that decide them.
    NotGraded = "not_graded", false,
        "定义了故障等级，却没有写如何定级：请添加定级问题。",
        "Fault levels are defined, but nothing decides them: add grading questions.";
    /// A fault level no grading leads to.
    NeverGraded = "never_graded", false,
        "定级规则得不到这个等级：请添加规则，或删除等级。",
        "No grading leads to this level: add a rule, or remove the level.";
    /// A value left open.
    Asked = "asked", false,
        "方案没有写明，签约时要填。",
        "The plan leaves this open: it is asked when the plan is applied.";
    /// A parameter no clause asks.
    ParameterNeverUsed = "parameter_never_used", false,
        "没有条款用到这个待定项：请用于条款，或删除。",
        "No clause asks this parameter: use it, or remove it.";
    /// A year without a rate between years that have one.
    YearMissing = "year_missing", false,
        "中间年份没有写价格，将沿用上一年的价格：请补写。",
        "A year between two stated ones has no rate, so the earlier one holds on: state it.";
}

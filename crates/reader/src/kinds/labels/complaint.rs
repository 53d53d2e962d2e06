//! Complaints: where to and what then.

use super::View;
use crate::kinds::grievance;
use crate::reading::Terms;
use crate::words::Concept as C;

pub(super) fn score(view: &View<'_>) -> u8 {
    if view.heading() || view.announces() || view.limited() || view.recurs() {
        return 0;
    }
    let complains = grievance::complains(view.page, view.start, view.end);
    match () {
        () if view.is(C::Complaint) && !complains => 0,
        () if view.has(&["零投诉", "投诉率", "无投诉"]) => 0,
        () if view.is(C::Complaint) && only_opens_a_limit(view) => 0,
        () if view.is(C::Complaint) && view.is(C::Exchange) => 0,
        () if view.has(&["不满意"]) && view.has(&["更换", "可退", "可换"]) => 0,
        () if view.is(C::Complaint) => 83,
        () if (view.context.nearest_says(C::Complaint) || view.sentence_is(C::Complaint))
            && (view.phone() || view.has(&["@"])) =>
        {
            88
        }
        () if view.context.nearest_says(C::Complaint)
            && (view.is(C::Staff)
                || view.is(C::Supplier)
                || view.is(C::ProcessWord)
                || view.is(C::Channel)) =>
        {
            76
        }
        () if view.sentence_is(C::Complaint)
            && (view.phone() || view.has(&["调查", "核实", "督办", "处理"])) =>
        {
            76
        }
        () => 0,
    }
}

/// 接到投诉后，24小时内答复: the words before the comma belong to the limit.
fn only_opens_a_limit(view: &View<'_>) -> bool {
    let opens = view.is(C::Receive) && !view.has(&["设", "专人", "电话", "登记"]);
    opens && view.timed.iter().any(|draft| draft.start >= view.start)
}

pub(super) fn terms(view: &View<'_>) -> Terms {
    Terms::Complaint {
        number: super::channel::number(&view.quote()),
    }
}

//! The sentence of a clause for the table.

use super::Side;
use crate::plan::wording::{Voice, cases_of, sentences_of};
use crate::plan::{Clause, Plan};

/// A clause as one side of the table, in words that can be understood alone: the one case that is compared where the
/// clause has several, else its own sentence, or the wording of its fields where it has none or a number alone.
pub(super) fn side(
    (plan, clause): (&Plan, &Clause),
    (voice, case): (Voice, Option<usize>),
    value: Option<String>,
) -> Side {
    let own = clause.text.trim();
    let of_case = || case.and_then(|at| cases_of(plan, clause, voice).into_iter().nth(at));
    let sentence = match of_case() {
        Some(sentence) => sentence,
        None if !is_bare(own) => own.to_owned(),
        None => match (voice, &cases_of(plan, clause, voice)[..]) {
            (Voice::Demand, cases @ [_, ..]) => cases.concat(),
            _ => sentences_of(plan, clause),
        },
    };
    Side {
        clause: clause.id.clone(),
        kind: clause.promise.kind().to_owned(),
        heading: clause.heading.clone(),
        sentence,
        value,
    }
}

impl Side {
    /// With the sentences of further clauses that answer where the first does not hold.
    pub(super) fn with(mut self, plan: &Plan, beside: &[(&Clause, Option<usize>)]) -> Self {
        const ENDS: &[char] = &['。', '；', '！', '.', ';'];
        for (clause, case) in beside {
            let other = side((plan, clause), (Voice::Promise, *case), None).sentence;
            if self.sentence.contains(&other) {
                continue;
            }
            if !self.sentence.ends_with(ENDS) {
                self.sentence.push('；');
            }
            self.sentence.push_str(&other);
        }
        self
    }
}

/// Whether words are no sentence but the number of a table's cell: 4小时, 24个月.
fn is_bare(words: &str) -> bool {
    const LETTERS: usize = 3;
    words.split(['；', '\t', '\n']).all(|piece| {
        let letters = piece.chars().filter(|char| char.is_alphabetic());
        letters.count() <= LETTERS
    })
}

#[cfg(test)]
mod tests {
    use super::is_bare;

    #[test]
    fn a_number_is_no_sentence() {
        for bare in ["", "4小时", "30分钟；2小时；4小时", "24个月"] {
            assert!(is_bare(bare), "{bare}");
        }
        for whole in ["每月巡检一次", "4小时内修复", "一级（到场）：30分钟"] {
            assert!(!is_bare(whole), "{whole}");
        }
    }
}

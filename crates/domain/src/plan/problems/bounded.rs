use super::{Problem, ProblemCode, Weight};

/// The most contradictions of one kind told one by one: twenty clauses that all contradict each other make 190.
pub(super) const MOST: usize = 200;

/// What is found of one kind, up to [`MOST`].
pub(super) struct Bounded {
    code: ProblemCode,
    found: Vec<Problem>,
}

impl Bounded {
    pub(super) const fn of(code: ProblemCode) -> Self {
        Self {
            code,
            found: Vec::new(),
        }
    }

    /// Keeps one more. Whether it was the last that is told: the search is over then.
    pub(super) fn is_full_after(&mut self, problem: Problem) -> bool {
        self.found.push(problem);
        self.found.len() > MOST
    }

    /// What was found. Where there is more than is told, the last says so, with how many clauses were compared, and stands in the way of
    /// publishing: what was not looked at may do so too.
    pub(super) fn told(mut self, compared: usize) -> Vec<Problem> {
        if self.found.len() > MOST {
            self.found.truncate(MOST);
            self.found.push(Problem {
                code: ProblemCode::MoreOfThem,
                weight: Weight::Hard,
                about: format!("{} ({compared})", self.code),
                sides: Vec::new(),
                settled_by: None,
                governs: None,
                proposal: None,
                floor: None,
            });
        }
        self.found
    }
}

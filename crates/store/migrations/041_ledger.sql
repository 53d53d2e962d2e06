-- What the ledger counts by stands in the rows themselves, so that one index answers every grouping of any period.
ALTER TABLE case_obligation ADD COLUMN counted_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE case_obligation ADD COLUMN branch_id TEXT NOT NULL DEFAULT '';
ALTER TABLE case_obligation ADD COLUMN customer_id TEXT NOT NULL DEFAULT '';
ALTER TABLE case_obligation ADD COLUMN agreement_id TEXT NOT NULL DEFAULT '';
ALTER TABLE case_obligation ADD COLUMN plan_version_id TEXT NOT NULL DEFAULT '';
ALTER TABLE case_obligation ADD COLUMN region TEXT NOT NULL DEFAULT '';
ALTER TABLE case_obligation ADD COLUMN owner_id TEXT NOT NULL DEFAULT '';
ALTER TABLE case_obligation ADD COLUMN severity TEXT NOT NULL DEFAULT '';
-- Holds every column a count reads: the table itself, with its long rows, is never visited.
CREATE INDEX ledger_by_time ON case_obligation
    (counted_at, state, clause, plan_version_id, branch_id, customer_id, agreement_id, region, owner_id, severity,
     strength, late_ms);
CREATE INDEX ledger_by_agreement ON case_obligation (agreement_id, counted_at) WHERE agreement_id <> '';

-- How long a broken promise has been late runs until it is given up, so that the ledger reads when that was.
DROP VIEW ledger_row;
CREATE VIEW ledger_row AS
    SELECT case_id AS subject_id, case_id, clause, cycle, state, strength, late_ms, ended_at, body, counted_at, branch_id, customer_id,
        agreement_id, plan_version_id, region, owner_id, severity FROM case_obligation
    UNION ALL
    SELECT agreement_id AS subject_id, '' AS case_id, clause, cycle, state, strength, late_ms, CAST(NULL AS BIGINT) AS ended_at, body,
        counted_at, branch_id, customer_id, agreement_id, plan_version_id, '' AS region, '' AS owner_id, '' AS severity
        FROM duty_obligation WHERE state <> 'pending';
DROP INDEX ledger_by_time;
CREATE INDEX ledger_by_time ON case_obligation
    (counted_at, state, clause, plan_version_id, branch_id, customer_id, agreement_id, region, owner_id, severity,
     strength, late_ms, ended_at);

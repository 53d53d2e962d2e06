-- Facts about the recurring duties of an agreement. Only added to.
CREATE TABLE duty_event (
    agreement_id TEXT   NOT NULL REFERENCES agreement (id),
    seq          BIGINT NOT NULL,
    id           TEXT   NOT NULL UNIQUE,
    at           BIGINT NOT NULL,
    recorded_at  BIGINT NOT NULL,
    -- The whole fact as domain::duty writes it.
    body         TEXT   NOT NULL,
    PRIMARY KEY (agreement_id, seq)
);

-- The occurrences of an agreement's duties as the facts left them when last read, and rows of the ledger like
-- case_obligation.
CREATE TABLE duty_obligation (
    agreement_id    TEXT   NOT NULL REFERENCES agreement (id),
    clause          TEXT   NOT NULL,
    cycle           BIGINT NOT NULL,
    state           TEXT   NOT NULL,
    strength        TEXT   NOT NULL,
    due_at          BIGINT,
    late_ms         BIGINT,
    body            TEXT   NOT NULL,
    counted_at      BIGINT NOT NULL,
    branch_id       TEXT   NOT NULL,
    customer_id     TEXT   NOT NULL,
    plan_version_id TEXT   NOT NULL,
    PRIMARY KEY (agreement_id, clause, cycle)
);
CREATE INDEX duty_ledger_by_time ON duty_obligation (counted_at, state, clause, plan_version_id, branch_id, customer_id);

-- When the occurrences of an agreement were last made, so that they can be made again as of that instant and compared.
CREATE TABLE duty_run (
    agreement_id TEXT   NOT NULL PRIMARY KEY REFERENCES agreement (id),
    computed_at  BIGINT NOT NULL,
    last_seq     BIGINT NOT NULL,
    -- The latest last day of the warranties of its units, as it was then.
    warranty_ends_on TEXT,
    version      BIGINT NOT NULL
);

-- The rows of the ledger, wherever the promise was made: on a case, or under an agreement. A duty that is still to come
-- counts once its window opens.
CREATE VIEW ledger_row AS
    SELECT case_id AS subject_id, case_id, clause, cycle, state, strength, late_ms, body, counted_at, branch_id, customer_id, agreement_id,
        plan_version_id, region, owner_id, severity FROM case_obligation
    UNION ALL
    SELECT agreement_id AS subject_id, '' AS case_id, clause, cycle, state, strength, late_ms, body, counted_at, branch_id, customer_id, agreement_id,
        plan_version_id, '' AS region, '' AS owner_id, '' AS severity FROM duty_obligation WHERE state <> 'pending';

-- only sqlite
CREATE TRIGGER duty_event_is_never_updated BEFORE UPDATE ON duty_event
BEGIN SELECT RAISE(ABORT, 'facts of a duty are only added'); END;
CREATE TRIGGER duty_event_is_never_deleted BEFORE DELETE ON duty_event
BEGIN SELECT RAISE(ABORT, 'facts of a duty are only added'); END;
-- end
-- only postgres
CREATE TRIGGER duty_event_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON duty_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_facts();
-- end

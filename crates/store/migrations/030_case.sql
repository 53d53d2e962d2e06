-- Service cases. What is written here is read off the facts in case_event and can be made again from them; only the
-- slip, the links and the people are said nowhere else.
CREATE TABLE service_case (
    id              TEXT   NOT NULL PRIMARY KEY,
    number          TEXT   NOT NULL UNIQUE,
    branch_id       TEXT   NOT NULL REFERENCES org_unit (id),
    customer_id     TEXT,
    site_id         TEXT,
    unit_id         TEXT,
    agreement_id    TEXT,
    plan_version_id TEXT   NOT NULL,
    channel         TEXT   NOT NULL,
    name            TEXT   NOT NULL,
    phone           TEXT   NOT NULL,
    address         TEXT   NOT NULL,
    content         TEXT   NOT NULL,
    wishes          TEXT   NOT NULL,
    owner_id        TEXT,
    phase           TEXT   NOT NULL,
    is_open         BIGINT NOT NULL,
    is_paused       BIGINT NOT NULL,
    severity        TEXT,
    region          TEXT,
    cause           TEXT,
    has_complaint   BIGINT NOT NULL,
    broken          BIGINT NOT NULL,
    -- When the next promise breaks, or broke and is still owed, in milliseconds; the greatest number when none can.
    due_key         BIGINT NOT NULL,
    -- That promise as JSON, for lists.
    next_promise    TEXT,
    reported_at     BIGINT NOT NULL,
    ended_at        BIGINT,
    last_seq        BIGINT NOT NULL,
    version         BIGINT NOT NULL,
    created_at      BIGINT NOT NULL
);
CREATE INDEX case_by_due ON service_case (is_open, due_key, id);
CREATE INDEX case_by_branch_due ON service_case (branch_id, is_open, due_key, id);
CREATE INDEX case_by_customer_due ON service_case (customer_id, is_open, due_key, id);
CREATE INDEX case_by_report ON service_case (reported_at, id);
CREATE INDEX case_by_unit ON service_case (unit_id, reported_at, id) WHERE unit_id IS NOT NULL;
CREATE INDEX case_by_phone ON service_case (phone, reported_at) WHERE phone <> '';

-- The facts of each case, in the order they were recorded. Nothing here is ever changed: a correction is a new fact.
CREATE TABLE case_event (
    case_id     TEXT   NOT NULL REFERENCES service_case (id),
    seq         BIGINT NOT NULL,
    id          TEXT   NOT NULL UNIQUE,
    at          BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    -- Id of the person, or 'customer', or 'system'.
    author      TEXT   NOT NULL,
    copied_from TEXT,
    kind        TEXT   NOT NULL,
    fact        TEXT   NOT NULL,
    PRIMARY KEY (case_id, seq)
);

-- The promises of each case, as the facts left them when last read: a cache of the engine, and the rows of the ledger.
CREATE TABLE case_obligation (
    case_id     TEXT   NOT NULL REFERENCES service_case (id),
    clause      TEXT   NOT NULL,
    cycle       BIGINT NOT NULL,
    state       TEXT   NOT NULL,
    strength    TEXT   NOT NULL,
    from_mark   TEXT   NOT NULL,
    to_mark     TEXT   NOT NULL,
    started_at  BIGINT,
    due_at      BIGINT,
    ended_at    BIGINT,
    broken_at   BIGINT,
    late_ms     BIGINT,
    -- The whole row as domain::obligation gives it.
    body        TEXT   NOT NULL,
    PRIMARY KEY (case_id, clause, cycle)
);
CREATE INDEX case_obligation_open ON case_obligation (due_at) WHERE ended_at IS NULL AND due_at IS NOT NULL;

-- Who has to do with a case: its owner, its crew, those who watch it. Carries what "my cases" is sorted by.
CREATE TABLE case_person (
    case_id   TEXT   NOT NULL REFERENCES service_case (id),
    person_id TEXT   NOT NULL,
    part      TEXT   NOT NULL CHECK (part IN ('owner', 'crew', 'watcher')),
    is_open   BIGINT NOT NULL,
    due_key   BIGINT NOT NULL,
    PRIMARY KEY (case_id, person_id, part)
);
CREATE INDEX case_person_by_due ON case_person (person_id, is_open, due_key, case_id);

-- What people say to each other about a case.
CREATE TABLE case_note (
    id       TEXT   NOT NULL PRIMARY KEY,
    case_id  TEXT   NOT NULL REFERENCES service_case (id),
    at       BIGINT NOT NULL,
    author   TEXT   NOT NULL,
    body     TEXT   NOT NULL,
    -- JSON list of the people mentioned.
    mentions TEXT   NOT NULL
);
CREATE INDEX case_note_by_case ON case_note (case_id, at, id);

-- Who was told of which mark of which promise, so that each is told once.
CREATE TABLE case_mark (
    case_id   TEXT   NOT NULL REFERENCES service_case (id),
    clause    TEXT   NOT NULL,
    cycle     BIGINT NOT NULL,
    percent   BIGINT NOT NULL,
    person_id TEXT   NOT NULL,
    mark_at   BIGINT NOT NULL,
    told_at   BIGINT NOT NULL,
    PRIMARY KEY (case_id, clause, cycle, percent, person_id)
);

-- What the entitlement check advised and what a person decided, each with its reasons. Only added to.
CREATE TABLE case_entitlement (
    case_id    TEXT   NOT NULL REFERENCES service_case (id),
    seq        BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    author     TEXT   NOT NULL,
    -- JSON: the advice as domain::entitlement gives it.
    advice     TEXT   NOT NULL,
    -- JSON: what a person decided instead; empty when the advice stands.
    decision   TEXT,
    reason     TEXT   NOT NULL,
    PRIMARY KEY (case_id, seq)
);

-- only sqlite
CREATE TRIGGER case_event_is_never_updated BEFORE UPDATE ON case_event
BEGIN SELECT RAISE(ABORT, 'facts of a case are only added'); END;
CREATE TRIGGER case_event_is_never_deleted BEFORE DELETE ON case_event
BEGIN SELECT RAISE(ABORT, 'facts of a case are only added'); END;
CREATE TRIGGER case_entitlement_is_never_updated BEFORE UPDATE ON case_entitlement
BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
CREATE TRIGGER case_entitlement_is_never_deleted BEFORE DELETE ON case_entitlement
BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
-- end
-- only postgres
CREATE FUNCTION refuse_change_of_facts() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'facts and decisions of a case are only added'; END $$;
CREATE TRIGGER case_event_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON case_event
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_facts();
CREATE TRIGGER case_entitlement_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON case_entitlement
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_facts();
-- end

-- Service plans. The draft is one JSON document edited under `version`; publishing moves it into plan_version.
CREATE TABLE plan (
    id              TEXT   NOT NULL PRIMARY KEY,
    title           TEXT   NOT NULL,
    trade           TEXT   NOT NULL,
    draft           TEXT,
    latest_number   BIGINT NOT NULL,
    version         BIGINT NOT NULL,
    created_at      BIGINT NOT NULL,
    changed_at      BIGINT NOT NULL,
    retired_at      BIGINT
);
CREATE INDEX plan_by_title ON plan (title, id);

-- What was published, for good. The triggers below refuse every change, whoever asks.
CREATE TABLE plan_version (
    id           TEXT   NOT NULL PRIMARY KEY,
    plan_id      TEXT   NOT NULL REFERENCES plan (id),
    number       BIGINT NOT NULL,
    title        TEXT   NOT NULL,
    body         TEXT   NOT NULL,
    hash         TEXT   NOT NULL,
    published_at BIGINT NOT NULL,
    published_by TEXT   NOT NULL,
    UNIQUE (plan_id, number)
);
-- only sqlite
CREATE TRIGGER plan_version_no_update BEFORE UPDATE ON plan_version
BEGIN
    SELECT RAISE(ABORT, 'a published plan version never changes');
END;
CREATE TRIGGER plan_version_no_delete BEFORE DELETE ON plan_version
BEGIN
    SELECT RAISE(ABORT, 'a published plan version never changes');
END;
-- end
-- only postgres
CREATE FUNCTION plan_version_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published plan version never changes';
END $$;
CREATE TRIGGER plan_version_no_change BEFORE UPDATE OR DELETE ON plan_version
    FOR EACH ROW EXECUTE FUNCTION plan_version_frozen();
-- end

-- One agreement: a customer, the units and sites it is about, a plan version, and the terms of its own.
CREATE TABLE agreement (
    id              TEXT   NOT NULL PRIMARY KEY,
    number          TEXT   NOT NULL UNIQUE,
    kind            TEXT   NOT NULL CHECK (kind IN ('sale_warranty', 'maintenance_contract', 'project')),
    title           TEXT   NOT NULL,
    customer_id     TEXT   NOT NULL,
    branch_id       TEXT   NOT NULL REFERENCES org_unit (id),
    plan_version_id TEXT   NOT NULL REFERENCES plan_version (id),
    starts_on       TEXT   NOT NULL,
    ends_on         TEXT,
    contract_fen    BIGINT,
    terms           TEXT   NOT NULL,
    renews_id       TEXT   REFERENCES agreement (id),
    ended_on        TEXT,
    end_reason      TEXT,
    version         BIGINT NOT NULL,
    created_at      BIGINT NOT NULL
);
CREATE INDEX agreement_by_time ON agreement (created_at, id);
CREATE INDEX agreement_by_branch ON agreement (branch_id, created_at, id);
CREATE INDEX agreement_by_customer ON agreement (customer_id, created_at, id);
CREATE INDEX agreement_by_plan ON agreement (plan_version_id);
CREATE UNIQUE INDEX agreement_renewed_once ON agreement (renews_id) WHERE renews_id IS NOT NULL;

-- The units and sites an agreement is about.
CREATE TABLE agreement_subject (
    agreement_id TEXT NOT NULL REFERENCES agreement (id),
    kind         TEXT NOT NULL CHECK (kind IN ('unit', 'site')),
    subject_id   TEXT NOT NULL,
    PRIMARY KEY (agreement_id, kind, subject_id)
);
CREATE INDEX agreement_subject_by_subject ON agreement_subject (kind, subject_id, agreement_id);

-- What a case was judged by when it ended: the clauses in force, kept once however many cases share them, and how far
-- the calendars had been changed by then. A case without it is judged by what holds now.
CREATE TABLE case_basis (
    id   TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
);
ALTER TABLE service_case ADD COLUMN basis_id TEXT REFERENCES case_basis (id);
ALTER TABLE service_case ADD COLUMN calendar_revision BIGINT;
CREATE INDEX case_open_by_agreement ON service_case (agreement_id, id) WHERE is_open = 1 AND agreement_id IS NOT NULL;

-- Each calendar and announcement as it was from one change to the next.
CREATE TABLE company_calendar_version (
    revision   BIGINT NOT NULL PRIMARY KEY,
    kind       TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    body       TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (kind, name, version)
);
INSERT INTO company_calendar_version (revision, kind, name, body, version, changed_at)
    SELECT ROW_NUMBER() OVER (ORDER BY changed_at, kind, name), kind, name, body, version, changed_at FROM company_calendar;

-- People who sign in. `roles` is a list of words with a space before and after each, so that one role can be found
-- by LIKE in a table of at most some thousands of rows.
CREATE TABLE person (
    id             TEXT   NOT NULL PRIMARY KEY,
    login          TEXT   NOT NULL,
    login_key      TEXT   NOT NULL UNIQUE,
    name           TEXT   NOT NULL,
    phone          TEXT,
    email          TEXT,
    org_id         TEXT   NOT NULL REFERENCES org_unit (id),
    customer_id    TEXT,
    roles          TEXT   NOT NULL,
    skills         TEXT   NOT NULL,
    areas          TEXT   NOT NULL,
    language       TEXT   NOT NULL,
    find_key       TEXT   NOT NULL,
    version        BIGINT NOT NULL,
    created_at     BIGINT NOT NULL,
    deactivated_at BIGINT
);
CREATE INDEX person_by_org ON person (org_id, name, id);
CREATE INDEX person_by_name ON person (name, id);

-- The slow hash of the password, apart from what people edit.
CREATE TABLE credential (
    person_id   TEXT   NOT NULL PRIMARY KEY REFERENCES person (id),
    hash        TEXT   NOT NULL,
    must_change BIGINT NOT NULL,
    changed_at  BIGINT NOT NULL
);

-- Signed-in sessions. The token itself is never stored, only its SHA-256.
CREATE TABLE session (
    id         TEXT   NOT NULL PRIMARY KEY,
    token_hash TEXT   NOT NULL UNIQUE,
    person_id  TEXT   NOT NULL REFERENCES person (id),
    created_at BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL,
    ends_at    BIGINT NOT NULL,
    address    TEXT   NOT NULL,
    user_agent TEXT   NOT NULL
);
CREATE INDEX session_by_person ON session (person_id, created_at);
CREATE INDEX session_by_end ON session (ends_at);

-- Failed sign-ins per login name as a hash, whether such a person exists or not: nothing here tells them apart.
CREATE TABLE sign_in_guard (
    login_hash   TEXT   NOT NULL PRIMARY KEY,
    failures     BIGINT NOT NULL,
    locked_until BIGINT NOT NULL,
    failed_at    BIGINT NOT NULL
);
CREATE INDEX sign_in_guard_by_time ON sign_in_guard (failed_at);

-- Personal tokens for programs. The token itself is never stored, only its SHA-256.
CREATE TABLE api_token (
    id         TEXT   NOT NULL PRIMARY KEY,
    person_id  TEXT   NOT NULL REFERENCES person (id),
    name       TEXT   NOT NULL,
    token_hash TEXT   NOT NULL UNIQUE,
    -- 'read' for reading only, 'full' for all that the person may do.
    reach      TEXT   NOT NULL CHECK (reach IN ('read', 'full')),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT,
    revoked_at BIGINT
);
CREATE INDEX api_token_by_person ON api_token (person_id, created_at);

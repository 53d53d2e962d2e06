-- Customers, the places where their units stand, and the people to talk to.
CREATE TABLE customer (
    id          TEXT   NOT NULL PRIMARY KEY,
    number      TEXT   NOT NULL UNIQUE,
    kind        TEXT   NOT NULL CHECK (kind IN ('consumer', 'organisation')),
    name        TEXT   NOT NULL,
    phone       TEXT,
    mail        TEXT,
    uscc        TEXT,
    note        TEXT   NOT NULL,
    branch_id   TEXT   NOT NULL REFERENCES org_unit (id),
    version     BIGINT NOT NULL,
    created_at  BIGINT NOT NULL,
    archived_at BIGINT
);
CREATE INDEX customer_by_time ON customer (created_at, id);
CREATE INDEX customer_by_branch ON customer (branch_id, created_at, id);
CREATE INDEX customer_by_name ON customer (name);
CREATE INDEX customer_by_phone ON customer (phone) WHERE phone IS NOT NULL;
CREATE UNIQUE INDEX customer_by_uscc ON customer (uscc) WHERE uscc IS NOT NULL;

-- A service region or distance band, named as plans name it in their tables.
CREATE TABLE region (
    key        TEXT   NOT NULL PRIMARY KEY,
    label      TEXT   NOT NULL,
    from_km    BIGINT,
    to_km      BIGINT,
    branch_id  TEXT   NOT NULL REFERENCES org_unit (id),
    version    BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    closed_at  BIGINT
);

CREATE TABLE site (
    id          TEXT   NOT NULL PRIMARY KEY,
    customer_id TEXT   NOT NULL REFERENCES customer (id),
    name        TEXT   NOT NULL,
    address     TEXT   NOT NULL,
    region      TEXT   REFERENCES region (key),
    distance_km BIGINT,
    version     BIGINT NOT NULL,
    created_at  BIGINT NOT NULL,
    archived_at BIGINT
);
CREATE INDEX site_by_customer ON site (customer_id, created_at, id);

CREATE TABLE contact (
    id          TEXT   NOT NULL PRIMARY KEY,
    customer_id TEXT   NOT NULL REFERENCES customer (id),
    name        TEXT   NOT NULL,
    duty        TEXT   NOT NULL,
    phone       TEXT,
    mail        TEXT,
    version     BIGINT NOT NULL,
    created_at  BIGINT NOT NULL,
    archived_at BIGINT
);
CREATE INDEX contact_by_customer ON contact (customer_id, created_at, id);
CREATE INDEX contact_by_phone ON contact (phone) WHERE phone IS NOT NULL;

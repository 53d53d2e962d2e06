-- What the company sells, and the units it sold.
CREATE TABLE product (
    id                   TEXT   NOT NULL PRIMARY KEY,
    model                TEXT   NOT NULL UNIQUE,
    name                 TEXT   NOT NULL,
    family               TEXT   NOT NULL,
    brand                TEXT   NOT NULL,
    legal_product        TEXT,
    -- JSON: [{"class": "bulb", "label": "灯泡", "wear": true}]
    component_classes    TEXT   NOT NULL,
    end_of_production_on TEXT,
    version              BIGINT NOT NULL,
    created_at           BIGINT NOT NULL,
    archived_at          BIGINT
);
CREATE INDEX product_by_model ON product (model, id);

CREATE TABLE unit (
    id           TEXT   NOT NULL PRIMARY KEY,
    number       TEXT   NOT NULL UNIQUE,
    -- What stands in the code on the unit: drawn at random, so that nobody finds one by counting.
    public_code  TEXT   NOT NULL UNIQUE,
    product_id   TEXT   NOT NULL REFERENCES product (id),
    serial       TEXT   NOT NULL,
    customer_id  TEXT   NOT NULL REFERENCES customer (id),
    site_id      TEXT   REFERENCES site (id),
    agreement_id TEXT,
    branch_id    TEXT   NOT NULL REFERENCES org_unit (id),
    place        TEXT   NOT NULL,
    territory    TEXT   NOT NULL CHECK (territory IN ('domestic', 'anywhere')),
    -- JSON object: {"accepted": "2026-01-05"}, by the words of start dates.
    dates        TEXT   NOT NULL,
    card         TEXT   NOT NULL CHECK (card IN ('present', 'missing')),
    proof        TEXT   NOT NULL CHECK (proof IN ('present', 'missing')),
    usage_amount BIGINT,
    note         TEXT   NOT NULL,
    version      BIGINT NOT NULL,
    created_at   BIGINT NOT NULL,
    retired_at   BIGINT,
    UNIQUE (product_id, serial)
);
CREATE INDEX unit_by_time ON unit (created_at, id);
CREATE INDEX unit_by_branch ON unit (branch_id, created_at, id);
CREATE INDEX unit_by_customer ON unit (customer_id, created_at, id);
CREATE INDEX unit_by_agreement ON unit (agreement_id, created_at, id) WHERE agreement_id IS NOT NULL;
CREATE INDEX unit_by_serial ON unit (serial);

CREATE TABLE component (
    id          TEXT   NOT NULL PRIMARY KEY,
    unit_id     TEXT   NOT NULL REFERENCES unit (id),
    class       TEXT   NOT NULL,
    name        TEXT   NOT NULL,
    serial      TEXT   NOT NULL,
    fitted_on   TEXT,
    -- The component this one replaced.
    replaces    TEXT   REFERENCES component (id),
    removed_on  TEXT,
    version     BIGINT NOT NULL,
    created_at  BIGINT NOT NULL
);
CREATE INDEX component_by_unit ON component (unit_id, created_at, id);

-- Days a unit was under repair: they may extend its warranty.
CREATE TABLE unit_repair (
    unit_id  TEXT NOT NULL REFERENCES unit (id),
    from_day TEXT NOT NULL,
    to_day   TEXT NOT NULL,
    -- The case whose repair it was.
    case_id  TEXT NOT NULL,
    PRIMARY KEY (unit_id, case_id, from_day)
);

-- Each resolution of a unit's warranty. The last one holds; the others show what was thought before and why.
CREATE TABLE unit_warranty (
    unit_id     TEXT   NOT NULL REFERENCES unit (id),
    seq         BIGINT NOT NULL,
    resolved_at BIGINT NOT NULL,
    -- JSON: the resolution with its reasons, as domain::entitlement gives it.
    resolution  TEXT   NOT NULL,
    -- SHA-256 of the resolution: the same facts resolved again change nothing.
    hash        TEXT   NOT NULL,
    ends_on     TEXT,
    PRIMARY KEY (unit_id, seq)
);

-- Files that belong to a unit: photos, and the project archive by kind of record.
CREATE TABLE unit_file (
    unit_id    TEXT   NOT NULL REFERENCES unit (id),
    file_id    TEXT   NOT NULL,
    record     TEXT   NOT NULL,
    title      TEXT   NOT NULL,
    added_at   BIGINT NOT NULL,
    removed_at BIGINT,
    PRIMARY KEY (unit_id, file_id)
);

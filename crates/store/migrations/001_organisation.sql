-- The company as a tree of branches and partner outlets. The closure holds every pair of a unit and
-- each unit above it, itself included, so that a scope is one look-up.
CREATE TABLE org_unit (
    id         TEXT   NOT NULL PRIMARY KEY,
    parent_id  TEXT   REFERENCES org_unit (id),
    kind       TEXT   NOT NULL CHECK (kind IN ('company', 'branch', 'outlet')),
    name       TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    closed_at  BIGINT
);
CREATE INDEX org_unit_by_parent ON org_unit (parent_id);
-- One company per installation.
CREATE UNIQUE INDEX org_unit_one_company ON org_unit (kind) WHERE kind = 'company';

CREATE TABLE org_closure (
    ancestor   TEXT   NOT NULL REFERENCES org_unit (id),
    descendant TEXT   NOT NULL REFERENCES org_unit (id),
    depth      BIGINT NOT NULL,
    PRIMARY KEY (ancestor, descendant)
);
CREATE INDEX org_closure_by_descendant ON org_closure (descendant, ancestor);

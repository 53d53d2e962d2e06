-- Repair days that were read off a case are told from those a person noted.
ALTER TABLE unit_repair ADD COLUMN source TEXT NOT NULL DEFAULT 'person' CHECK (source IN ('person', 'case'));

-- The published plan that units of a product are promised while no agreement names them.
ALTER TABLE product ADD COLUMN plan_version_id TEXT REFERENCES plan_version (id);

-- The company's default clauses as they were when the agreement was made.
ALTER TABLE agreement ADD COLUMN default_version_id TEXT REFERENCES plan_version (id);

-- What a person decided about who pays for repairs of a unit, against the plan's advice. Only added to.
CREATE TABLE unit_decision (
    unit_id   TEXT   NOT NULL REFERENCES unit (id),
    seq       BIGINT NOT NULL,
    at        BIGINT NOT NULL,
    author    TEXT   NOT NULL,
    from_day  TEXT   NOT NULL,
    until_day TEXT,
    -- JSON: what the customer pays; empty where the plan's advice holds again.
    charges   TEXT,
    reason    TEXT   NOT NULL,
    PRIMARY KEY (unit_id, seq)
);
-- only sqlite
CREATE TRIGGER unit_decision_is_never_updated BEFORE UPDATE ON unit_decision
BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
CREATE TRIGGER unit_decision_is_never_deleted BEFORE DELETE ON unit_decision
BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
-- end
-- only postgres
CREATE TRIGGER unit_decision_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON unit_decision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_facts();
-- end

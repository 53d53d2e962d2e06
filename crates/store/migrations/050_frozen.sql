-- Emptying a table of facts at once is a change too.
-- only postgres
CREATE TRIGGER plan_version_never_emptied BEFORE TRUNCATE ON plan_version
    FOR EACH STATEMENT EXECUTE FUNCTION plan_version_frozen();
-- end

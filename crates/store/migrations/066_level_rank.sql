-- Lists are sorted by how grave a fault is: the place of its level in its plan. Keys of levels tell no order.
ALTER TABLE service_case ADD COLUMN severity_rank BIGINT NOT NULL DEFAULT 9999;
CREATE TABLE level_rank (version TEXT NOT NULL, level TEXT NOT NULL, place BIGINT NOT NULL, PRIMARY KEY (version, level));
-- only sqlite
INSERT INTO level_rank (version, level, place)
    SELECT v.id, json_extract(l.value, '$.id'), MIN(l.key) FROM plan_version v, json_each(v.body, '$.severities') l GROUP BY 1, 2;
-- end
-- only postgres
INSERT INTO level_rank (version, level, place)
    SELECT v.id, l.value ->> 'id', MIN(l.ordinality) - 1 FROM plan_version v,
    json_array_elements(COALESCE(v.body::json -> 'severities', '[]'::json)) WITH ORDINALITY AS l (value, ordinality) GROUP BY 1, 2;
-- end
-- A level that the plan does not list comes behind those it does.
UPDATE service_case SET severity_rank = COALESCE(
        (SELECT r.place FROM level_rank r WHERE r.version = plan_version_id AND r.level = severity),
        (SELECT COUNT(*) FROM level_rank r WHERE r.version = plan_version_id))
    WHERE severity IS NOT NULL;
DROP TABLE level_rank;
DROP INDEX case_open_by_severity;
CREATE INDEX case_open_by_severity ON service_case (severity_rank, due_key, id) WHERE is_open = 1;

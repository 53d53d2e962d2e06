-- The heads that lists of cases are sorted by. Ended cases, of which there are many, are sorted by their report or end only.
CREATE INDEX case_by_standing_report ON service_case (is_open, reported_at, id);
CREATE INDEX case_open_by_severity ON service_case ((COALESCE(severity, '')), due_key, id) WHERE is_open = 1;
CREATE INDEX case_open_by_customer ON service_case ((COALESCE(customer_id, '')), due_key, id) WHERE is_open = 1;
CREATE INDEX case_open_by_phase ON service_case ((CASE phase WHEN 'new' THEN 0 WHEN 'in_progress' THEN 1 WHEN 'on_site' THEN 2
    WHEN 'restored' THEN 3 WHEN 'repaired' THEN 4 ELSE 5 END), due_key, id) WHERE is_open = 1;

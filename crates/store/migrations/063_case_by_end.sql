-- Ended cases are listed the last one first.
CREATE INDEX case_by_end ON service_case (is_open, ended_at, id);

-- Timers. One per (kind, subject, mark). run_at is when the row is next looked at: the due time while it waits,
-- the end of the lease while somebody works on it, NULL once it has been given up.
CREATE TABLE job (
    kind       TEXT   NOT NULL,
    subject    TEXT   NOT NULL,
    mark       TEXT   NOT NULL,
    due_at     BIGINT NOT NULL,
    run_at     BIGINT,
    attempts   BIGINT NOT NULL,
    claim      TEXT,
    last_error TEXT,
    PRIMARY KEY (kind, subject, mark)
);
CREATE INDEX job_by_run_at ON job (run_at) WHERE run_at IS NOT NULL;
CREATE INDEX job_dead ON job (due_at) WHERE run_at IS NULL;

-- Letters to people: what was said to them in the notices, one letter for several. A letter is written once and sent as
-- it is, however often that is tried.
CREATE TABLE mail (
    id         TEXT   NOT NULL PRIMARY KEY,
    person_id  TEXT   NOT NULL REFERENCES person (id),
    address    TEXT   NOT NULL,
    subject    TEXT   NOT NULL,
    body       TEXT   NOT NULL,
    written_at BIGINT NOT NULL,
    attempts   BIGINT NOT NULL,
    sent_at    BIGINT,
    -- When it was given up, and why.
    failed_at  BIGINT,
    last_error TEXT
);
CREATE INDEX mail_by_time ON mail (written_at);
CREATE INDEX mail_failed ON mail (failed_at) WHERE failed_at IS NOT NULL;

-- The letter a notice went into; empty when the person wanted none, NULL while it waits to be gathered.
ALTER TABLE notice ADD COLUMN mail_id TEXT;
CREATE INDEX notice_unmailed ON notice (person_id, at) WHERE mail_id IS NULL;

-- What each person chose about letters; without a row the company's quiet hours count.
CREATE TABLE mail_choice (
    person_id  TEXT   NOT NULL PRIMARY KEY REFERENCES person (id),
    is_wanted  BIGINT NOT NULL,
    quiet_from TEXT,
    quiet_to   TEXT,
    version    BIGINT NOT NULL
);

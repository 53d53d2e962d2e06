-- Events for live updates and notices, in the order (xid, seq). On PostgreSQL xid is the transaction's id:
-- numbers are handed out before commit, so a reader stops below the oldest transaction still running.
CREATE TABLE outbox (
    seq         {serial},
    xid         BIGINT NOT NULL DEFAULT {xid},
    at          BIGINT NOT NULL,
    topic       TEXT   NOT NULL,
    subject     TEXT   NOT NULL,
    branch_id   TEXT,
    person_id   TEXT,
    customer_id TEXT,
    payload     TEXT   NOT NULL
);
CREATE INDEX outbox_by_position ON outbox (xid, seq);
CREATE INDEX outbox_by_time ON outbox (at);

-- How far each relay has come, and who holds it at the moment.
CREATE TABLE outbox_relay (
    name        TEXT   NOT NULL PRIMARY KEY,
    xid         BIGINT NOT NULL,
    seq         BIGINT NOT NULL,
    claim       TEXT,
    claimed_until BIGINT NOT NULL
);

-- The last number given out per kind and day, for numbers such as FW-20261122-0007.
CREATE TABLE series (
    kind TEXT   NOT NULL,
    day  TEXT   NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (kind, day)
);

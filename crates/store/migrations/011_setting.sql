-- The company's settings: one typed document per group.
CREATE TABLE setting (
    name    TEXT   NOT NULL PRIMARY KEY,
    body    TEXT   NOT NULL,
    version BIGINT NOT NULL
);

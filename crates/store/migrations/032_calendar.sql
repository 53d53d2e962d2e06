-- The company's own calendars and announced years of public holidays, as documents; the built-in ones are in the program.
CREATE TABLE company_calendar (
    kind       TEXT   NOT NULL CHECK (kind IN ('calendar', 'holidays')),
    name       TEXT   NOT NULL,
    body       TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (kind, name)
);

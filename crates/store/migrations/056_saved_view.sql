-- The filters a person keeps for a list, all of one list in one JSON document.
CREATE TABLE saved_view (
    person_id TEXT   NOT NULL REFERENCES person (id),
    list      TEXT   NOT NULL,
    body      TEXT   NOT NULL,
    version   BIGINT NOT NULL,
    PRIMARY KEY (person_id, list)
);

-- What a person has typed into a page of a form and not yet saved into the record: exactly as typed, right or wrong.
CREATE TABLE form_draft (
    person_id   VARCHAR(64)                 NOT NULL,
    person_name VARCHAR(200)                NOT NULL,
    kind        VARCHAR(20)                 NOT NULL,
    slug        VARCHAR(200)                NOT NULL,
    page        VARCHAR(120)                NOT NULL,
    rests_on    INTEGER                     NOT NULL,
    fields      BYTEA                       NOT NULL,
    version     BIGINT                      NOT NULL,
    saved_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (person_id, kind, slug, page)
);
CREATE INDEX form_draft_of_record ON form_draft (kind, slug);

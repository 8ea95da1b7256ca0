-- Pages of forms that a person has declared complete; no machine does.
CREATE TABLE form_completed (
    kind         VARCHAR(20)                 NOT NULL,
    slug         VARCHAR(200)                NOT NULL,
    page         VARCHAR(120)                NOT NULL,
    person_id    VARCHAR(64)                 NOT NULL,
    person_name  VARCHAR(200)                NOT NULL,
    completed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (kind, slug, page)
);

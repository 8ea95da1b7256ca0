-- Uses and the organisation are assessed as well as models. model_slug is the slug of whatever was assessed; numbers are counted
-- for each slug over all kinds, so that slug and number still name one assessment.
ALTER TABLE assessment ADD COLUMN kind VARCHAR(20) DEFAULT 'model' NOT NULL;
-- Of a use: whether licence and terms let us use it so.
ALTER TABLE assessment ADD COLUMN use_rights VARCHAR(20);

-- The further records that an assessment of a use read, as canonical bytes: what it refers to, and the organisation.
CREATE TABLE assessment_record (
    model_slug VARCHAR(200) NOT NULL,
    number     INTEGER      NOT NULL,
    position   INTEGER      NOT NULL,
    content    BYTEA        NOT NULL,
    PRIMARY KEY (model_slug, number, position),
    FOREIGN KEY (model_slug, number) REFERENCES assessment (model_slug, number)
);

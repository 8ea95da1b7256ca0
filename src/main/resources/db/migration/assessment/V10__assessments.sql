-- Policy sets by which something was assessed, whole, so that no assessment depends on what a later release ships.
CREATE TABLE policy_set (
    rules_digest VARCHAR(64)                 NOT NULL,
    text_digest  VARCHAR(64)                 NOT NULL,
    version      VARCHAR(40)                 NOT NULL,
    law_version  VARCHAR(1000)               NOT NULL,
    files        BYTEA                       NOT NULL,
    first_used   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (rules_digest, text_digest)
);

-- Assessments are inserted and never changed. The bytes are the truth; the other columns repeat them for lists.
CREATE TABLE assessment (
    model_slug        VARCHAR(200)                NOT NULL,
    number            INTEGER                     NOT NULL,
    model_name        VARCHAR(300)                NOT NULL,
    as_of             DATE                        NOT NULL,
    made_at           TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor_id          VARCHAR(64)                 NOT NULL,
    actor_name        VARCHAR(200)                NOT NULL,
    rules_digest      VARCHAR(64)                 NOT NULL,
    text_digest       VARCHAR(64)                 NOT NULL,
    evaluation        BYTEA                       NOT NULL,
    evaluation_sha256 VARCHAR(64)                 NOT NULL,
    record            BYTEA                       NOT NULL,
    lifecycle         BYTEA,
    snapshot_sha256   VARCHAR(64)                 NOT NULL,
    shown             INTEGER                     NOT NULL,
    not_met           INTEGER                     NOT NULL,
    open_duties       INTEGER                     NOT NULL,
    undetermined      INTEGER                     NOT NULL,
    next_date         DATE,
    PRIMARY KEY (model_slug, number),
    FOREIGN KEY (rules_digest, text_digest) REFERENCES policy_set (rules_digest, text_digest)
);

-- The revisions that an assessment read.
CREATE TABLE assessment_pin (
    model_slug VARCHAR(200) NOT NULL,
    number     INTEGER      NOT NULL,
    position   INTEGER      NOT NULL,
    kind       VARCHAR(20)  NOT NULL,
    slug       VARCHAR(200) NOT NULL,
    revision   INTEGER      NOT NULL,
    sha256     VARCHAR(64)  NOT NULL,
    PRIMARY KEY (model_slug, number, position),
    FOREIGN KEY (model_slug, number) REFERENCES assessment (model_slug, number)
);

-- What it found, one row for each finding (weighs: a duty, not a route), and what it left open, one row for each fact that would settle something.
CREATE TABLE assessment_finding (
    model_slug VARCHAR(200) NOT NULL,
    number     INTEGER      NOT NULL,
    policy     VARCHAR(60)  NOT NULL,
    outcome    VARCHAR(20),
    due_date   DATE,
    weighs     BOOLEAN      NOT NULL,
    PRIMARY KEY (model_slug, number, policy),
    FOREIGN KEY (model_slug, number) REFERENCES assessment (model_slug, number)
);
CREATE INDEX assessment_finding_by_policy ON assessment_finding (policy, model_slug, number);
CREATE TABLE assessment_open_point (
    model_slug VARCHAR(200) NOT NULL,
    number     INTEGER      NOT NULL,
    position   INTEGER      NOT NULL,
    fact       VARCHAR(120) NOT NULL,
    findings   INTEGER      NOT NULL,
    PRIMARY KEY (model_slug, number, position),
    FOREIGN KEY (model_slug, number) REFERENCES assessment (model_slug, number)
);

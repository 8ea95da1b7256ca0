-- What a person judged about an answer of a rule. Proposals, decisions and withdrawals are written once; only the state moves on.
CREATE TABLE determination (
    number           INTEGER                     NOT NULL PRIMARY KEY,
    kind             VARCHAR(20)                 NOT NULL,
    slug             VARCHAR(200)                NOT NULL,
    policy           VARCHAR(80)                 NOT NULL,
    title            VARCHAR(1000)               NOT NULL,
    rule_answer      VARCHAR(200)                NOT NULL,
    assessment       INTEGER                     NOT NULL,
    sha256           VARCHAR(64)                 NOT NULL,
    question         VARCHAR(20)                 NOT NULL CHECK (question IN ('SUFFICIENCY', 'PROPORTIONALITY', 'REFUSAL', 'READING', 'OVERRIDE')),
    fact             VARCHAR(120),
    fact_kind        VARCHAR(20),
    fact_slug        VARCHAR(200),
    answer           VARCHAR(80)                 NOT NULL,
    words            VARCHAR(1000)               NOT NULL,
    reason           VARCHAR(4000)               NOT NULL,
    valid_until      DATE                        NOT NULL,
    proposed_by      VARCHAR(64)                 NOT NULL,
    proposed_by_name VARCHAR(200)                NOT NULL,
    proposed_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    state            VARCHAR(20)                 NOT NULL CHECK (state IN ('OPEN', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
    row_version      INTEGER                     NOT NULL,
    FOREIGN KEY (slug, assessment) REFERENCES assessment (model_slug, number),
    CHECK ((fact IS NULL) = (fact_kind IS NULL)),
    CHECK ((fact IS NULL) = (fact_slug IS NULL))
);
CREATE INDEX determination_by_record ON determination (kind, slug, number);
CREATE INDEX determination_by_state ON determination (state, proposed_at);

-- Addresses, and SHA-256 of evidence held.
CREATE TABLE determination_source (
    determination INTEGER       NOT NULL REFERENCES determination (number),
    position      INTEGER       NOT NULL,
    source        VARCHAR(2000) NOT NULL,
    PRIMARY KEY (determination, position)
);
CREATE INDEX determination_source_by_source ON determination_source (source);

-- Who had which part. One part each: who proposed it cannot also be who decided, whatever the program does.
CREATE TABLE determination_party (
    determination INTEGER      NOT NULL REFERENCES determination (number),
    person        VARCHAR(64)  NOT NULL,
    name          VARCHAR(200) NOT NULL,
    part          VARCHAR(20)  NOT NULL CHECK (part IN ('PROPOSED', 'DECIDED')),
    PRIMARY KEY (determination, person),
    UNIQUE (determination, person, part)
);

CREATE TABLE determination_decision (
    determination INTEGER                     NOT NULL PRIMARY KEY REFERENCES determination (number),
    by_id         VARCHAR(64)                 NOT NULL,
    part          VARCHAR(20)                 NOT NULL CHECK (part = 'DECIDED'),
    by_name       VARCHAR(200)                NOT NULL,
    said_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    reason        VARCHAR(4000)               NOT NULL,
    FOREIGN KEY (determination, by_id, part) REFERENCES determination_party (determination, person, part)
);

CREATE TABLE determination_withdrawal (
    determination INTEGER                     NOT NULL PRIMARY KEY REFERENCES determination (number),
    by_id         VARCHAR(64)                 NOT NULL,
    by_name       VARCHAR(200)                NOT NULL,
    said_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    reason        VARCHAR(4000)               NOT NULL
);

-- Requests to allow a use, and what a second person decided. Rows of decisions are written once; only their end is added.
CREATE TABLE approval_request (
    number        INTEGER                     NOT NULL PRIMARY KEY,
    use_slug      VARCHAR(200)                NOT NULL,
    state         VARCHAR(20)                 NOT NULL CHECK (state IN ('OPEN', 'DECIDED', 'TAKEN_BACK')),
    asked_by      VARCHAR(64)                 NOT NULL,
    asked_by_name VARCHAR(200)                NOT NULL,
    asked_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    note          VARCHAR(4000)               NOT NULL,
    row_version   INTEGER                     NOT NULL
);
CREATE INDEX approval_request_by_use ON approval_request (use_slug, number);
CREATE INDEX approval_request_by_state ON approval_request (state, asked_at);

-- The assessments it rests on, that of the use first.
CREATE TABLE approval_basis (
    request  INTEGER      NOT NULL REFERENCES approval_request (number),
    position INTEGER      NOT NULL,
    kind     VARCHAR(20)  NOT NULL,
    slug     VARCHAR(200) NOT NULL,
    number   INTEGER      NOT NULL,
    sha256   VARCHAR(64)  NOT NULL,
    PRIMARY KEY (request, position)
);

CREATE TABLE approval_gap (
    request   INTEGER       NOT NULL REFERENCES approval_request (number),
    position  INTEGER       NOT NULL,
    family    VARCHAR(20)   NOT NULL,
    kind      VARCHAR(20)   NOT NULL,
    slug      VARCHAR(200)  NOT NULL,
    policy    VARCHAR(80)   NOT NULL,
    title     VARCHAR(1000) NOT NULL,
    answer    VARCHAR(200)  NOT NULL,
    why       VARCHAR(4000) NOT NULL,
    treatment VARCHAR(20),
    reason    VARCHAR(4000),
    owner     VARCHAR(200),
    deadline  DATE,
    fallback  VARCHAR(4000),
    PRIMARY KEY (request, position)
);

-- Who had which part in a request. One part each: who created or changed what it rests on cannot also be who decided, whatever
-- the program does.
CREATE TABLE approval_party (
    request INTEGER      NOT NULL REFERENCES approval_request (number),
    person  VARCHAR(64)  NOT NULL,
    name    VARCHAR(200) NOT NULL,
    part    VARCHAR(20)  NOT NULL,
    what    VARCHAR(400) NOT NULL,
    PRIMARY KEY (request, person),
    UNIQUE (request, person, part)
);

CREATE TABLE approval_decision (
    request         INTEGER                     NOT NULL PRIMARY KEY REFERENCES approval_request (number),
    kind            VARCHAR(20)                 NOT NULL CHECK (kind IN ('APPROVE', 'REJECT', 'REQUEST_CHANGES')),
    decided_by      VARCHAR(64)                 NOT NULL,
    part            VARCHAR(20)                 NOT NULL CHECK (part = 'DECIDED'),
    decided_by_name VARCHAR(200)                NOT NULL,
    decided_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    reason          VARCHAR(4000)               NOT NULL,
    valid_until     DATE,
    withdrawn_by      VARCHAR(64),
    withdrawn_by_name VARCHAR(200),
    withdrawn_at      TIMESTAMP(6) WITH TIME ZONE,
    withdrawn_reason  VARCHAR(4000),
    FOREIGN KEY (request, decided_by, part) REFERENCES approval_party (request, person, part),
    CHECK ((kind = 'APPROVE') = (valid_until IS NOT NULL))
);

CREATE TABLE approval_condition (
    request  INTEGER       NOT NULL REFERENCES approval_decision (request),
    position INTEGER       NOT NULL,
    origin   VARCHAR(20)   NOT NULL,
    text     VARCHAR(4000) NOT NULL,
    PRIMARY KEY (request, position)
);

-- Dossiers of decisions as they were issued, inserted and never changed. One decision may have several editions: a new one is issued
-- when the verdict that follows from it is no longer what the last one says.
CREATE TABLE issued_decision (
    request    INTEGER                     NOT NULL REFERENCES approval_decision (request),
    edition    INTEGER                     NOT NULL,
    said       VARCHAR(64)                 NOT NULL, -- SHA-256 of what it says of the decision
    file       BYTEA                       NOT NULL,
    sha256     VARCHAR(64)                 NOT NULL,
    size       BIGINT                      NOT NULL,
    issued_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor_id   VARCHAR(64)                 NOT NULL,
    actor_name VARCHAR(200)                NOT NULL,
    product    VARCHAR(40)                 NOT NULL,
    runtime    VARCHAR(200)                NOT NULL,
    PRIMARY KEY (request, edition)
);

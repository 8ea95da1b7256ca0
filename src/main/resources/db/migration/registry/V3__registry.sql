-- A record is an identity with revisions. The canonical bytes of a revision are the truth and are never changed.
CREATE TABLE registry_record (
    id          UUID                        NOT NULL PRIMARY KEY,
    kind        VARCHAR(20)                 NOT NULL,
    slug        VARCHAR(200)                NOT NULL,
    name        VARCHAR(300)                NOT NULL,
    head_number INTEGER                     NOT NULL,
    created_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    row_version BIGINT                      NOT NULL,
    UNIQUE (kind, slug)
);
CREATE INDEX registry_record_by_name ON registry_record (kind, name);

CREATE TABLE registry_revision (
    record_id   UUID                        NOT NULL REFERENCES registry_record (id),
    number      INTEGER                     NOT NULL,
    canonical   BYTEA                       NOT NULL,
    sha256      VARCHAR(64)                 NOT NULL,
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor_id    VARCHAR(64)                 NOT NULL,
    actor_name  VARCHAR(200)                NOT NULL,
    origin      VARCHAR(20)                 NOT NULL,
    reason      VARCHAR(1000),
    PRIMARY KEY (record_id, number)
);

-- What lists can be searched by, read out of the head revisions; it may be thrown away and built anew at any time.
-- fact_id is a fact of the vocabulary marked "filter", or begins with "@": a reference to another record, the version, or the
-- words that a text search compares.
CREATE TABLE registry_head (
    record_id UUID        NOT NULL REFERENCES registry_record (id),
    fact_id   VARCHAR(120) NOT NULL,
    position  INTEGER     NOT NULL,
    term      VARCHAR(600),
    words     VARCHAR(4000),
    PRIMARY KEY (record_id, fact_id, position)
);
CREATE INDEX registry_head_by_term ON registry_head (fact_id, term);

-- One row, locked by whoever loads the starter catalogue, so that of several nodes only one does.
CREATE TABLE registry_starter (
    id        SMALLINT NOT NULL PRIMARY KEY CHECK (id = 1),
    loaded_at TIMESTAMP(6) WITH TIME ZONE
);
INSERT INTO registry_starter (id, loaded_at) VALUES (1, NULL);

-- The chained log. Versions are numbered in one row across all modules: take the next free number.
-- The canonical bytes are the truth; the other columns repeat them for searching and are checked against them.
CREATE TABLE audit_event (
    seq             BIGINT                      NOT NULL PRIMARY KEY,
    recorded_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor_id        VARCHAR(64)                 NOT NULL,
    action          VARCHAR(80)                 NOT NULL,
    object_type     VARCHAR(40)                 NOT NULL,
    object_id       VARCHAR(200)                NOT NULL,
    object_revision BIGINT,
    canonical       BYTEA                       NOT NULL,
    prev_hash       VARCHAR(64)                 NOT NULL,
    hash            VARCHAR(64)                 NOT NULL UNIQUE
);
CREATE INDEX audit_event_by_object ON audit_event (object_type, object_id, seq);

-- One row, locked by whoever appends: this is what makes the sequence free of gaps.
CREATE TABLE audit_head (
    id   SMALLINT    NOT NULL PRIMARY KEY CHECK (id = 1),
    seq  BIGINT      NOT NULL,
    hash VARCHAR(64) NOT NULL
);
INSERT INTO audit_head (id, seq, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

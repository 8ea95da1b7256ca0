-- Signed statements of how far the log is and what it holds. The files outside the database are what counts; these are for reading.
CREATE TABLE audit_checkpoint (
    events  BIGINT                      NOT NULL PRIMARY KEY,
    made_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    -- roots of the complete subtrees, from which the tree goes on
    peaks   VARCHAR(4032)               NOT NULL,
    note    VARCHAR(4000)               NOT NULL
);

-- Public keys that have signed. The secret ones are never here.
CREATE TABLE audit_key (
    number    INTEGER                     NOT NULL PRIMARY KEY,
    id        VARCHAR(8)                  NOT NULL UNIQUE,
    verifier  VARCHAR(400)                NOT NULL,
    since     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    -- signed by the key before; null for the first, and where that one was lost
    hand_over VARCHAR(4000)
);

-- The latest time of an event: a clock that goes back behind it is itself recorded.
ALTER TABLE audit_head ADD COLUMN latest TIMESTAMP(6) WITH TIME ZONE;

CREATE INDEX audit_event_by_actor ON audit_event (actor_id, seq);
CREATE INDEX audit_event_by_action ON audit_event (action, seq);

-- What people wrote as a reason. The event holds its salted hash alone, so that words can be erased and the chain still holds.
CREATE TABLE audit_words (
    seq   BIGINT           NOT NULL PRIMARY KEY REFERENCES audit_event (seq),
    salt  VARCHAR(32)      NOT NULL,
    words VARCHAR(1000000) NOT NULL
);

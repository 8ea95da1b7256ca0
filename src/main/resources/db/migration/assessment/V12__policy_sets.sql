-- The situations that a set is tested by; in no digest, and kept so that the policy book can show them.
ALTER TABLE policy_set ADD COLUMN cases BYTEA;

-- Sets that were put forward, and what became of each. The first of all is put in force by the product itself; every later one by
-- a second person, who neither put it forward nor asked for it. Times are the server's.
CREATE TABLE policy_proposal (
    number            INTEGER                     NOT NULL PRIMARY KEY,
    rules_digest      VARCHAR(64)                 NOT NULL,
    text_digest       VARCHAR(64)                 NOT NULL,
    origin            VARCHAR(20)                 NOT NULL CHECK (origin IN ('SHIPPED', 'UPLOADED')),
    note              VARCHAR(1000),
    proposed_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    proposed_by       VARCHAR(64)                 NOT NULL,
    proposed_by_name  VARCHAR(200)                NOT NULL,
    requested_at      TIMESTAMP(6) WITH TIME ZONE,
    requested_by      VARCHAR(64),
    requested_by_name VARCHAR(200),
    requested_trial   INTEGER,
    activated_at      TIMESTAMP(6) WITH TIME ZONE,
    activated_by      VARCHAR(64),
    activated_by_name VARCHAR(200),
    rejected_at       TIMESTAMP(6) WITH TIME ZONE,
    rejected_by       VARCHAR(64),
    rejected_by_name  VARCHAR(200),
    reason            VARCHAR(1000),
    FOREIGN KEY (rules_digest, text_digest) REFERENCES policy_set (rules_digest, text_digest),
    CONSTRAINT policy_proposal_two_persons CHECK (activated_by IS NULL
        OR (activated_by = 'system' AND number = 1)
        OR (activated_by <> 'system' AND requested_by IS NOT NULL AND requested_by <> activated_by AND proposed_by <> activated_by)),
    CONSTRAINT policy_proposal_one_end CHECK (activated_by IS NULL OR rejected_by IS NULL)
);
CREATE INDEX policy_proposal_by_set ON policy_proposal (rules_digest, text_digest);

-- One row: which proposal is in force. Whoever changes a proposal locks it; every node reads it.
CREATE TABLE policy_head (
    id       SMALLINT NOT NULL PRIMARY KEY CHECK (id = 1),
    proposal INTEGER REFERENCES policy_proposal (number)
);
INSERT INTO policy_head (id, proposal) VALUES (1, NULL);

-- A proposal evaluated against the whole registry beside the set in force. At most one runs at a time: its row holds the only 1.
CREATE TABLE policy_trial (
    number          INTEGER                     NOT NULL PRIMARY KEY,
    proposal        INTEGER                     NOT NULL REFERENCES policy_proposal (number),
    base            INTEGER                     NOT NULL REFERENCES policy_proposal (number),
    as_of           DATE                        NOT NULL,
    state           VARCHAR(20)                 NOT NULL CHECK (state IN ('RUNNING', 'FINISHED', 'INTERRUPTED', 'FAILED')),
    running         SMALLINT UNIQUE CHECK (running = 1),
    holder          VARCHAR(36)                 NOT NULL,
    done            INTEGER                     NOT NULL,
    total           INTEGER                     NOT NULL,
    started_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    started_by      VARCHAR(64)                 NOT NULL,
    started_by_name VARCHAR(200)                NOT NULL,
    beat_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_at        TIMESTAMP(6) WITH TIME ZONE,
    CHECK ((state = 'RUNNING' AND running IS NOT NULL) OR (state <> 'RUNNING' AND running IS NULL))
);
CREATE INDEX policy_trial_by_proposal ON policy_trial (proposal, number);

-- What a trial found to change: one row for each record about which anything does, with the counts of its score …
CREATE TABLE policy_trial_subject (
    trial               INTEGER      NOT NULL REFERENCES policy_trial (number),
    kind                VARCHAR(20)  NOT NULL,
    slug                VARCHAR(200) NOT NULL,
    name                VARCHAR(300) NOT NULL,
    changes             INTEGER      NOT NULL,
    shown_before        INTEGER      NOT NULL,
    shown_after         INTEGER      NOT NULL,
    not_met_before      INTEGER      NOT NULL,
    not_met_after       INTEGER      NOT NULL,
    open_before         INTEGER      NOT NULL,
    open_after          INTEGER      NOT NULL,
    undetermined_before INTEGER      NOT NULL,
    undetermined_after  INTEGER      NOT NULL,
    PRIMARY KEY (trial, kind, slug)
);

-- … and one row for each answer that does; what was and what will be said, as JSON, null where a set has no such policy.
CREATE TABLE policy_trial_change (
    trial    INTEGER       NOT NULL REFERENCES policy_trial (number),
    kind     VARCHAR(20)   NOT NULL,
    slug     VARCHAR(200)  NOT NULL,
    position INTEGER       NOT NULL,
    name     VARCHAR(300)  NOT NULL,
    about    VARCHAR(20)   NOT NULL,
    policy   VARCHAR(60)   NOT NULL,
    title    VARCHAR(300)  NOT NULL,
    before   VARCHAR(2000),
    after    VARCHAR(2000),
    PRIMARY KEY (trial, kind, slug, position)
);
CREATE INDEX policy_trial_change_by_policy ON policy_trial_change (trial, policy);

-- A finding about how a model behaves, with its versions. What a version says is never changed.
CREATE TABLE behaviour_finding (
    id          UUID                        NOT NULL PRIMARY KEY,
    model_slug  VARCHAR(200)                NOT NULL,
    family      VARCHAR(20)                 NOT NULL,
    status      VARCHAR(20)                 NOT NULL,
    head_number INTEGER                     NOT NULL,
    successor   UUID REFERENCES behaviour_finding (id),
    -- SHA-256 of the entry of a record file that it was taken from, so that it is taken once
    taken_from  VARCHAR(64),
    created_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    UNIQUE (model_slug, taken_from)
);
CREATE INDEX behaviour_finding_by_status ON behaviour_finding (status);

CREATE TABLE behaviour_finding_version (
    finding_id  UUID                        NOT NULL REFERENCES behaviour_finding (id),
    number      INTEGER                     NOT NULL,
    content     BYTEA                       NOT NULL,
    sha256      VARCHAR(64)                 NOT NULL,
    status      VARCHAR(20)                 NOT NULL,
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor_id    VARCHAR(64)                 NOT NULL,
    actor_name  VARCHAR(200)                NOT NULL,
    reason      VARCHAR(1000),
    PRIMARY KEY (finding_id, number)
);

-- One row, locked by whoever takes up what record files brought before findings were records of their own.
CREATE TABLE behaviour_finding_start (
    id       SMALLINT NOT NULL PRIMARY KEY CHECK (id = 1),
    taken_at TIMESTAMP(6) WITH TIME ZONE
);
INSERT INTO behaviour_finding_start (id, taken_at) VALUES (1, NULL);

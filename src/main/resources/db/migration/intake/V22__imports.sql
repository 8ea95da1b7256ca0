-- An import is a stored job: its files, what a dry run found, and what became of it.
CREATE TABLE intake_import (
    id              UUID                        NOT NULL PRIMARY KEY,
    owner_id        VARCHAR(64)                 NOT NULL,
    owner_name      VARCHAR(200)                NOT NULL,
    created_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    state           VARCHAR(20)                 NOT NULL,
    origin_url      VARCHAR(2000),
    origin_date     VARCHAR(10),
    record_kind     VARCHAR(20),
    targets         VARCHAR(200000),
    done            INTEGER                     NOT NULL,
    total           INTEGER                     NOT NULL,
    touched_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    run             INTEGER                     NOT NULL,
    new_count       INTEGER                     NOT NULL,
    changed_count   INTEGER                     NOT NULL,
    unchanged_count INTEGER                     NOT NULL,
    rejected_count  INTEGER                     NOT NULL,
    moved_on        BOOLEAN                     NOT NULL,
    saved_at        TIMESTAMP(6) WITH TIME ZONE,
    undone_at       TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX intake_import_by_owner ON intake_import (owner_id, created_at);

CREATE TABLE intake_file (
    import_id UUID         NOT NULL REFERENCES intake_import (id),
    position  INTEGER      NOT NULL,
    name      VARCHAR(300) NOT NULL,
    format    VARCHAR(60),
    sha256    VARCHAR(64)  NOT NULL,
    bytes     BYTEA        NOT NULL,
    PRIMARY KEY (import_id, position)
);

-- What would become of one record. content holds the canonical bytes it would have; changes and places are JSON.
CREATE TABLE intake_entry (
    import_id UUID            NOT NULL REFERENCES intake_import (id),
    position  INTEGER         NOT NULL,
    kind      VARCHAR(20)     NOT NULL,
    slug      VARCHAR(200)    NOT NULL,
    name      VARCHAR(300)    NOT NULL,
    outcome   VARCHAR(20)     NOT NULL,
    expected  INTEGER         NOT NULL,
    content   BYTEA           NOT NULL,
    place     VARCHAR(1000)   NOT NULL,
    changes   VARCHAR(1000000) NOT NULL,
    written   INTEGER,
    PRIMARY KEY (import_id, position)
);

CREATE TABLE intake_remark (
    import_id UUID          NOT NULL REFERENCES intake_import (id),
    position  INTEGER       NOT NULL,
    weight    VARCHAR(20)   NOT NULL,
    file      VARCHAR(300)  NOT NULL,
    line      INTEGER       NOT NULL,
    path      VARCHAR(500),
    record    VARCHAR(200),
    fact      VARCHAR(120),
    said      VARCHAR(400),
    problem   VARCHAR(2000) NOT NULL,
    remedy    VARCHAR(2000),
    PRIMARY KEY (import_id, position)
);

-- What a person last said the columns of a table with these headers hold.
CREATE TABLE intake_columns (
    person_id   VARCHAR(64)     NOT NULL,
    headers     VARCHAR(64)     NOT NULL,
    record_kind VARCHAR(20)     NOT NULL,
    targets     VARCHAR(200000) NOT NULL,
    PRIMARY KEY (person_id, headers)
);

-- Which archived bytes a record refers to, from the first revision on that does. What is named here is never removed from the archive.
CREATE TABLE registry_evidence (
    sha256    VARCHAR(64) NOT NULL,
    record_id UUID        NOT NULL REFERENCES registry_record (id),
    number    INTEGER     NOT NULL,
    PRIMARY KEY (sha256, record_id)
);

-- An import may come out of a signed bundle; then its files are further sources and never more.
ALTER TABLE intake_import ADD COLUMN bundle BOOLEAN DEFAULT FALSE NOT NULL;

CREATE TABLE intake_bundle (
    sha256      VARCHAR(64)                 NOT NULL PRIMARY KEY,
    issuer      VARCHAR(200)                NOT NULL,
    issued      DATE                        NOT NULL,
    fingerprint VARCHAR(64)                 NOT NULL,
    files       INTEGER                     NOT NULL,
    import_id   UUID                        NOT NULL REFERENCES intake_import (id),
    brought_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor_id    VARCHAR(64)                 NOT NULL,
    actor_name  VARCHAR(200)                NOT NULL
);
CREATE INDEX intake_bundle_by_issuer ON intake_bundle (issuer, issued);

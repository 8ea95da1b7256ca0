-- Public keys whose signatures on bundles are trusted; a revoked one is kept, because what it brought stays.
CREATE TABLE trusted_key (
    fingerprint VARCHAR(64)                 NOT NULL PRIMARY KEY,
    name        VARCHAR(200)                NOT NULL,
    added_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    added_by    VARCHAR(200)                NOT NULL,
    revoked_at  TIMESTAMP(6) WITH TIME ZONE,
    revoked_by  VARCHAR(200)
);

-- Answers to requests that carry an Idempotency-Key, so that a program that did not hear the answer can ask again. Kept for two
-- days and then thrown away; nothing else rests on them.
CREATE TABLE answered_request (
    person         VARCHAR(64)                 NOT NULL,
    request_key    VARCHAR(200)                NOT NULL,
    request_sha256 VARCHAR(64)                 NOT NULL,
    begun_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    status         INTEGER,
    etag           VARCHAR(200),
    body           BYTEA,
    PRIMARY KEY (person, request_key)
);
CREATE INDEX answered_request_by_time ON answered_request (begun_at);

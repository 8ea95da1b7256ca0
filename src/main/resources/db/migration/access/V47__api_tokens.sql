-- Tokens by which programs act for a person. Only the SHA-256 of a token is kept. The days tell the first use of each kind on a day, and
-- refused_at the last refusal that was recorded, so that a busy program fills neither this table nor the audit log.
CREATE TABLE api_token (
    id           UUID                        NOT NULL PRIMARY KEY,
    owner        UUID                        NOT NULL REFERENCES user_account (id),
    name         VARCHAR(60)                 NOT NULL,
    sha256       VARCHAR(64)                 NOT NULL UNIQUE,
    scopes       VARCHAR(40)                 NOT NULL,
    created_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    expires_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    last_used_at TIMESTAMP(6) WITH TIME ZONE,
    read_on      DATE,
    write_on     DATE,
    audit_on     DATE,
    refused_at   TIMESTAMP(6) WITH TIME ZONE,
    revoked_at   TIMESTAMP(6) WITH TIME ZONE,
    revoked_by   VARCHAR(200)
);
CREATE INDEX api_token_by_owner ON api_token (owner);

-- Under which master key the secrets of this database are sealed. Empty until the first is; never more than one row. The key itself is not here.
CREATE TABLE secrets_key (
    id       INTEGER                     NOT NULL PRIMARY KEY CHECK (id = 1),
    key_id   VARCHAR(16)                 NOT NULL,
    probe    VARCHAR(400)                NOT NULL,
    since    TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- The second factor of a person. Not confirmed, it is only being set up; the secret is sealed.
CREATE TABLE second_factor (
    user_id      UUID                        NOT NULL PRIMARY KEY REFERENCES user_account (id) ON DELETE CASCADE,
    secret       VARCHAR(400)                NOT NULL,
    begun_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    confirmed_at TIMESTAMP(6) WITH TIME ZONE,
    last_step    BIGINT                      NOT NULL
);

-- Only hashes; a code that was used stays, so that a person is told how many are left.
CREATE TABLE recovery_code (
    user_id   UUID        NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
    code_hash VARCHAR(64) NOT NULL,
    used_at   TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (user_id, code_hash)
);

CREATE TABLE user_account (
    id            UUID                        NOT NULL PRIMARY KEY,
    sign_in_name  VARCHAR(100)                NOT NULL UNIQUE,
    display_name  VARCHAR(100)                NOT NULL,
    password_hash VARCHAR(255),
    disabled      BOOLEAN                     NOT NULL,
    stamp         INTEGER                     NOT NULL,
    created_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    row_version   BIGINT                      NOT NULL
);

CREATE TABLE user_account_role (
    user_id UUID        NOT NULL REFERENCES user_account (id),
    role    VARCHAR(20) NOT NULL,
    PRIMARY KEY (user_id, role)
);

-- A one-time link; without a user it creates the first administrator. Only the hash of the token is kept.
CREATE TABLE set_up_link (
    token_hash VARCHAR(64)                 NOT NULL PRIMARY KEY,
    user_id    UUID REFERENCES user_account (id),
    expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    used_at    TIMESTAMP(6) WITH TIME ZONE
);

-- Failed sign-ins per account and per source; kept here so that a restart forgives nobody.
CREATE TABLE sign_in_failure (
    subject        VARCHAR(100)                NOT NULL PRIMARY KEY,
    failures       INTEGER                     NOT NULL,
    last_failed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    blocked_until  TIMESTAMP(6) WITH TIME ZONE
);

-- Who is signed in where, for the person to see and to end. The identity is our own; the number in the cookie is not kept.
CREATE TABLE signed_in_session (
    id        UUID                        NOT NULL PRIMARY KEY,
    user_id   UUID                        NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
    since     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    last_used TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    device    VARCHAR(60)                 NOT NULL
);

CREATE INDEX signed_in_session_user ON signed_in_session (user_id);

-- Searches that people keep under a name, each for themselves.
CREATE TABLE registry_view (
    id         UUID                        NOT NULL PRIMARY KEY,
    user_id    UUID                        NOT NULL,
    kind       VARCHAR(20)                 NOT NULL,
    name       VARCHAR(80)                 NOT NULL,
    query      VARCHAR(4000)               NOT NULL,
    at_first   BOOLEAN                     NOT NULL,
    created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    UNIQUE (user_id, kind, name)
);

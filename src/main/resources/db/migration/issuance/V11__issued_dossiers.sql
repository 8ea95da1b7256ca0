-- Dossiers as they were issued, one for each assessment; inserted and never changed.
CREATE TABLE issued_dossier (
    model_slug VARCHAR(200)                NOT NULL,
    number     INTEGER                     NOT NULL,
    file       BYTEA                       NOT NULL,
    sha256     VARCHAR(64)                 NOT NULL,
    size       BIGINT                      NOT NULL,
    issued_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor_id   VARCHAR(64)                 NOT NULL,
    actor_name VARCHAR(200)                NOT NULL,
    product    VARCHAR(40)                 NOT NULL,
    runtime    VARCHAR(200)                NOT NULL,
    PRIMARY KEY (model_slug, number),
    FOREIGN KEY (model_slug, number) REFERENCES assessment (model_slug, number)
);

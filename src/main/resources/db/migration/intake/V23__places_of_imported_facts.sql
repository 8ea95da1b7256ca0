-- Where in which file a fact stood that an import brought, by the revision that the import wrote.
CREATE TABLE intake_place (
    kind      VARCHAR(20)  NOT NULL,
    slug      VARCHAR(200) NOT NULL,
    revision  INTEGER      NOT NULL,
    fact_id   VARCHAR(120) NOT NULL,
    import_id UUID         NOT NULL REFERENCES intake_import (id),
    further   BOOLEAN      NOT NULL,
    file      VARCHAR(300) NOT NULL,
    line      INTEGER      NOT NULL,
    path      VARCHAR(500),
    PRIMARY KEY (kind, slug, revision, fact_id)
);

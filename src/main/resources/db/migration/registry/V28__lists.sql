-- What lists are searched and ordered by, read out of the head revisions; all of it may be thrown away and is built anew by
-- itself at the next start when its shape has changed. It takes the place of the first such table.
DROP TABLE registry_head;

-- One row for each record. sort_name is the folded name with the slug behind it, so that it is unique within a kind.
CREATE TABLE registry_line (
    record_id  UUID         NOT NULL PRIMARY KEY REFERENCES registry_record (id),
    kind       VARCHAR(20)  NOT NULL,
    slug       VARCHAR(200) NOT NULL,
    name       VARCHAR(300) NOT NULL,
    sort_name  VARCHAR(520) NOT NULL,
    changed_at BIGINT       NOT NULL, -- microseconds since 1970
    unit       VARCHAR(60)
);
CREATE INDEX registry_line_by_name ON registry_line (kind, sort_name);
CREATE INDEX registry_line_by_name_back ON registry_line (kind DESC, sort_name DESC);
CREATE INDEX registry_line_by_change ON registry_line (kind, changed_at, sort_name);
CREATE INDEX registry_line_by_change_back ON registry_line (kind DESC, changed_at DESC, sort_name DESC);

-- What is known of the facts marked "filter"; NULL says that the source says there is none. fact_id may also begin with "@": a
-- reference to another record, the version, or an identifier. A model has the facts of its provider, licence and services too.
CREATE TABLE registry_head (
    record_id UUID         NOT NULL,
    kind      VARCHAR(20)  NOT NULL,
    fact_id   VARCHAR(120) NOT NULL,
    position  INTEGER      NOT NULL,
    term      VARCHAR(400)
);
CREATE INDEX registry_head_by_record ON registry_head (record_id, fact_id, term);
CREATE INDEX registry_head_by_term ON registry_head (fact_id, term, kind, record_id);

-- The numbers and dates among them, dates in days since 1970, each from its least to its greatest value.
CREATE TABLE registry_figure (
    record_id UUID             NOT NULL,
    kind      VARCHAR(20)      NOT NULL,
    fact_id   VARCHAR(120)     NOT NULL,
    low       DOUBLE PRECISION NOT NULL,
    high      DOUBLE PRECISION NOT NULL,
    sort_name VARCHAR(520)     NOT NULL
);
CREATE INDEX registry_figure_by_record ON registry_figure (record_id, fact_id);
CREATE INDEX registry_figure_by_low ON registry_figure (kind, fact_id, low, sort_name);
CREATE INDEX registry_figure_by_low_back ON registry_figure (kind DESC, fact_id DESC, low DESC, sort_name DESC);
CREATE INDEX registry_figure_by_high ON registry_figure (kind, fact_id, high, record_id);

-- Words for the search. source is the kind of record they come from; standing is 0 for words of names and identifiers, 1 for others.
CREATE TABLE registry_word (
    record_id UUID        NOT NULL,
    kind      VARCHAR(20) NOT NULL,
    source    VARCHAR(20) NOT NULL,
    standing  SMALLINT    NOT NULL,
    word      VARCHAR(60) NOT NULL
);
CREATE INDEX registry_word_by_record ON registry_word (record_id, word);
CREATE INDEX registry_word_by_word ON registry_word (kind, word, record_id);

-- One row: of which shape the tables above are. Locked by whoever builds them anew, so that of several nodes only one does.
CREATE TABLE registry_index_shape (
    id    SMALLINT NOT NULL PRIMARY KEY CHECK (id = 1),
    shape VARCHAR(80)
);
INSERT INTO registry_index_shape (id, shape) VALUES (1, NULL);

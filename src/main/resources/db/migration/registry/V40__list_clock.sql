-- Lists are held in memory and follow the index by this clock: whoever changes the index moves it on as the last act of the
-- transaction and says which records changed. The row stays locked until then, so that ticks become visible in their order.
CREATE TABLE registry_list_clock (
    id   SMALLINT NOT NULL PRIMARY KEY CHECK (id = 1),
    tick BIGINT   NOT NULL
);
INSERT INTO registry_list_clock (id, tick) VALUES (1, 0);

-- record_id of zeros alone stands for all records. Only the last ticks are kept.
CREATE TABLE registry_list_change (
    tick      BIGINT NOT NULL,
    record_id UUID   NOT NULL,
    PRIMARY KEY (tick, record_id)
);

-- No list is ordered by the database any more; by name records are still looked up.
DROP INDEX IF EXISTS registry_line_by_name_back;
DROP INDEX registry_line_by_change;
DROP INDEX IF EXISTS registry_line_by_change_back;
DROP INDEX registry_figure_by_low;
DROP INDEX IF EXISTS registry_figure_by_low_back;
DROP INDEX registry_figure_by_high;
ALTER TABLE registry_figure DROP COLUMN sort_name;
CREATE INDEX registry_figure_by_fact ON registry_figure (kind, fact_id, low, high, record_id);

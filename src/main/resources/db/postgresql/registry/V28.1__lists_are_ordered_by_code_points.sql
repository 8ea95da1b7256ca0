-- One order on every machine and on both databases, and ranges over prefixes that an index answers. Indexes that run backwards
-- are for H2: PostgreSQL reads any index both ways.
ALTER TABLE registry_line ALTER COLUMN sort_name TYPE VARCHAR(520) COLLATE "C";
ALTER TABLE registry_head ALTER COLUMN term TYPE VARCHAR(400) COLLATE "C";
ALTER TABLE registry_figure ALTER COLUMN sort_name TYPE VARCHAR(520) COLLATE "C";
ALTER TABLE registry_word ALTER COLUMN word TYPE VARCHAR(60) COLLATE "C";
DROP INDEX registry_line_by_name_back;
DROP INDEX registry_line_by_change_back;
DROP INDEX registry_figure_by_low_back;

-- What others had observed about a model when it was assessed, with the status of each finding, as canonical JSON. Null where nothing was
-- kept: of uses and the organisation, and of assessments made before this column.
ALTER TABLE assessment ADD COLUMN observations BYTEA;

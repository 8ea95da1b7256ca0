-- What changed in a week is asked every week, over all records.
CREATE INDEX registry_revision_by_time ON registry_revision (recorded_at);

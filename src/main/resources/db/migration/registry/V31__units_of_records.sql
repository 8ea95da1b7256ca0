-- The unit whose people see a model, service or use; NULL where all units do. Providers, licences and the organisation are shared.
ALTER TABLE registry_record ADD COLUMN unit VARCHAR(60);
CREATE INDEX registry_record_by_unit ON registry_record (unit);

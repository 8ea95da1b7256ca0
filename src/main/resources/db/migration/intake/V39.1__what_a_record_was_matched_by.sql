-- By what a record was found that a file names otherwise; null where the file names it by its short name.
ALTER TABLE intake_entry ADD COLUMN matched VARCHAR(300);
-- Whether a person must say which record the files are about.
ALTER TABLE intake_import ADD COLUMN asks_about BOOLEAN DEFAULT FALSE NOT NULL;

-- Who may see an import besides those who see its records: the unit whose people see what the import would register; null for all.
-- Imports from before get the unit in which their owners register now.
ALTER TABLE intake_import ADD COLUMN unit VARCHAR(60);
UPDATE intake_import SET unit = (SELECT min(u.unit) FROM user_account_unit u JOIN user_account a ON a.id = u.user_id
    WHERE CAST(a.id AS VARCHAR(64)) = intake_import.owner_id AND a.all_units = FALSE);
CREATE INDEX intake_import_by_time ON intake_import (created_at);

-- The bytes of the files are kept for a time; what the dry run found stays.
ALTER TABLE intake_import ADD COLUMN files_removed_at TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE intake_file ALTER COLUMN bytes DROP NOT NULL;

-- The record that a person chose for files which name none.
ALTER TABLE intake_import ADD COLUMN about VARCHAR(200);

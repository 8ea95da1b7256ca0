-- From when a duty can be enforced, for the outlook; assessments made before this column have none.
ALTER TABLE assessment_finding ADD COLUMN enforceable_from DATE;
CREATE INDEX assessment_finding_by_due ON assessment_finding (due_date);

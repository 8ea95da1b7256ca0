-- Which assessments rest on a record that changed.
CREATE INDEX assessment_pin_by_record ON assessment_pin (kind, slug);

-- Only PostgreSQL: the database itself refuses to change or remove what an assessment read. On H2 no path in the code does it.
CREATE TRIGGER assessment_record_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON assessment_record
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_assessment_change();

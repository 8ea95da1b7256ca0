-- Only PostgreSQL: the database itself refuses to change or remove an issued dossier. On H2 no path in the code does it.
CREATE TRIGGER issued_dossier_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON issued_dossier
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_assessment_change();

-- Only PostgreSQL: the database itself refuses to change or remove an assessment. On H2 no path in the code does it.
CREATE FUNCTION refuse_assessment_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was assessed never changes: % of % is refused', TG_OP, TG_TABLE_NAME;
END $$;
CREATE TRIGGER assessment_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON assessment
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_assessment_change();
CREATE TRIGGER assessment_pin_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON assessment_pin
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_assessment_change();
CREATE TRIGGER policy_set_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON policy_set
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_assessment_change();

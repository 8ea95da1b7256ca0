-- Only PostgreSQL: the database itself refuses to change or remove what a version of a finding says. On H2 no path in the code does it.
CREATE FUNCTION refuse_finding_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Versions of findings are append-only: % is refused', TG_OP;
END $$;
CREATE TRIGGER behaviour_finding_version_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON behaviour_finding_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_finding_version_change();

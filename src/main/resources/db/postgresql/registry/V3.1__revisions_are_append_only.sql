-- Only PostgreSQL: the database itself refuses to change or remove a revision. On H2 no path in the code does it.
CREATE FUNCTION refuse_revision_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Revisions are append-only: % is refused', TG_OP;
END $$;
CREATE TRIGGER registry_revision_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON registry_revision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_revision_change();

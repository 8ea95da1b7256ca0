-- Only PostgreSQL: the database itself refuses to change what is said of evidence. On H2 no path in the code does it.
CREATE FUNCTION refuse_evidence_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'evidence is never changed';
END $$;
CREATE TRIGGER evidence_item_never_changes BEFORE UPDATE OR TRUNCATE ON evidence_item
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_evidence_change();

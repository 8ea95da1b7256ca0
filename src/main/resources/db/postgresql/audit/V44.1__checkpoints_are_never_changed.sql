-- Only PostgreSQL: the database itself refuses to change or remove a checkpoint or a key. On H2 no path in the code does it.
CREATE TRIGGER audit_checkpoint_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_key_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_key
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
-- Words may be erased, which the log tells of, and never changed.
CREATE TRIGGER audit_words_never_change BEFORE UPDATE OR TRUNCATE ON audit_words
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

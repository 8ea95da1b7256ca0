-- Only PostgreSQL: the database itself refuses to change or remove what was determined. On H2 no path in the code does it.
CREATE FUNCTION refuse_determination_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was determined never changes: % of % is refused', TG_OP, TG_TABLE_NAME;
END $$;
CREATE TRIGGER determination_never_goes BEFORE DELETE OR TRUNCATE ON determination
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_determination_change();
CREATE TRIGGER determination_never_changes BEFORE UPDATE OF number, kind, slug, policy, title, rule_answer, assessment, sha256, question, fact, fact_kind,
    fact_slug, answer, words, reason, valid_until, proposed_by, proposed_by_name, proposed_at ON determination
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_determination_change();
CREATE TRIGGER determination_source_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON determination_source
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_determination_change();
CREATE TRIGGER determination_party_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON determination_party
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_determination_change();
CREATE TRIGGER determination_decision_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON determination_decision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_determination_change();
CREATE TRIGGER determination_withdrawal_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON determination_withdrawal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_determination_change();

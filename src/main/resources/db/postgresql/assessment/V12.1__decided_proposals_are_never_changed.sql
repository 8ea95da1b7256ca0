-- Only PostgreSQL: the database itself refuses to change a proposal that was decided, or to remove one.
CREATE FUNCTION refuse_decided_proposal_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was decided about a policy set never changes: % of % is refused', TG_OP, TG_TABLE_NAME;
END $$;
CREATE TRIGGER policy_proposal_is_kept BEFORE DELETE OR TRUNCATE ON policy_proposal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_decided_proposal_change();
CREATE TRIGGER policy_proposal_stays_decided BEFORE UPDATE ON policy_proposal
    FOR EACH ROW WHEN (OLD.activated_by IS NOT NULL OR OLD.rejected_by IS NOT NULL) EXECUTE FUNCTION refuse_decided_proposal_change();

-- Only PostgreSQL: the database itself refuses to change or remove an issued dossier, and to change a decision beyond its withdrawal or
-- to remove one.
CREATE TRIGGER issued_decision_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON issued_decision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_assessment_change();
CREATE FUNCTION refuse_decision_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.withdrawn_by IS NULL
            AND (OLD.request, OLD.kind, OLD.decided_by, OLD.decided_by_name, OLD.decided_at, OLD.reason, OLD.valid_until)
                IS NOT DISTINCT FROM (NEW.request, NEW.kind, NEW.decided_by, NEW.decided_by_name, NEW.decided_at, NEW.reason, NEW.valid_until) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a decision never changes; it can only be withdrawn, once';
END $$;
CREATE TRIGGER decision_never_changes BEFORE UPDATE OR DELETE ON approval_decision FOR EACH ROW EXECUTE FUNCTION refuse_decision_change();

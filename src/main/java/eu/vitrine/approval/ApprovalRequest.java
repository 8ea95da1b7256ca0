package eu.vitrine.approval;

import eu.vitrine.audit.Actor;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.RecordName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request to allow a use, with the decision once there is one.
 *
 * @param use slug of the use
 * @param note what whoever asked says to whoever decides; may be empty
 * @param basis the assessments to decide on, that of the use first
 * @param gaps what stands in the way, with what is done about it
 * @param version counts the changes of the request
 */
public record ApprovalRequest(int number, String use, State state, Actor askedBy, Instant askedAt, String note, List<BasisLine> basis, List<TreatedGap> gaps,
        @Nullable Decision decision, int version) {

    /** How far a request is. */
    public enum State {
        OPEN,
        DECIDED,
        TAKEN_BACK;

        /** Message key of the words for it. */
        public String key() {
            return "approval.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public ApprovalRequest {
        basis = List.copyOf(basis);
        gaps = List.copyOf(gaps);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Gaps about which nobody has said what to do. */
    public List<Gap> untreated() {
        return gaps.stream().filter(gap -> gap.plan() == null).map(TreatedGap::gap).toList();
    }

    /** Gaps that must be closed before anybody can approve. */
    public List<Gap> stops() {
        return gaps.stream().filter(gap -> gap.plan() != null && gap.plan().treatment() == Treatment.STOP).map(TreatedGap::gap).toList();
    }

    /** Path of its page. */
    public String path() {
        return "/approvals/" + number;
    }

    /** Path of the page of the use. */
    public String usePath() {
        return RecordName.pathOf(Kind.USE, use);
    }
}

package eu.vitrine.approval;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.RecordName;
import eu.vitrine.web.DatesInWords;
import eu.vitrine.web.HomeSection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the home page: requests that the person can decide, and approvals that end soon. */
@Component
@Order(40)
class ApprovalsAtHome implements HomeSection {

    private static final int DAYS_AHEAD = 60;
    private static final int SHOWN = 8;

    private final Approvals approvals;
    private final Verdicts verdicts;
    private final ModelRegistry registry;
    private final CurrentActor current;
    private final DatesInWords dates;

    ApprovalsAtHome(Approvals approvals, Verdicts verdicts, ModelRegistry registry, CurrentActor current, DatesInWords dates) {
        this.approvals = approvals;
        this.verdicts = verdicts;
        this.registry = registry;
        this.current = current;
        this.dates = dates;
    }

    /** @param use name of the use */
    public record Line(ApprovalRequest request, String use) {}

    /**
     * What the section shows.
     *
     * @param mine requests that the person can decide, the one that waits longest first
     * @param ending approvals that hold and end soon, the first to end first
     * @param others how many further requests wait for somebody else
     */
    public record Shown(List<Line> mine, List<Line> ending, int others) {}

    @Override
    public String template() {
        return "approval/home";
    }

    @Override
    public Optional<Shown> content() {
        if (Stream.of(Role.OFFICER, Role.APPROVER).noneMatch(current::has)) {
            return Optional.empty();
        }
        List<ApprovalRequest> waiting = approvals.waiting();
        List<ApprovalRequest> mine = current.has(Role.APPROVER) ? waiting.stream().filter(request -> approvals.ownPart(request).isEmpty()).toList() : List.of();
        List<ApprovalRequest> ending = ending();
        return waiting.isEmpty() && ending.isEmpty() ? Optional.empty()
                : Optional.of(new Shown(named(mine), named(ending), waiting.size() - mine.size()));
    }

    private List<ApprovalRequest> ending() {
        LocalDate today = dates.today();
        return approvals.ending(today, today.plusDays(DAYS_AHEAD)).stream().filter(this::holds).limit(SHOWN).toList();
    }

    private boolean holds(ApprovalRequest request) {
        Verdict verdict = verdicts.of(request.use());
        return verdict.word().allows() && verdict.standing() != null && verdict.standing().number() == request.number();
    }

    private List<Line> named(List<ApprovalRequest> requests) {
        Map<String, RecordName> names = registry.named(Kind.USE, requests.stream().map(ApprovalRequest::use).distinct().toList());
        return requests.stream().limit(SHOWN).map(request -> new Line(request, names.containsKey(request.use()) ? names.get(request.use()).name() : request.use())).toList();
    }
}

package eu.vitrine.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests for approval, for programs to read. Deciding is left to persons. */
@RestController
@RequestMapping(path = "/api/v1/approvals", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize(Approvals.READERS)
class ApprovalEndpoints {

    private final Approvals approvals;

    ApprovalEndpoints(Approvals approvals) {
        this.approvals = approvals;
    }

    record Approval(int number, String use, String state, String askedBy, Instant askedAt, String note, List<BasisLine> basis, List<GapLine> gaps,
            @Nullable DecisionLine decision) {

        static Approval of(ApprovalRequest request) {
            return new Approval(request.number(), request.use(), request.state().name(), request.askedBy().name(), request.askedAt(), request.note(), request.basis().stream().map(BasisLine::of).toList(),
                    request.gaps().stream().map(GapLine::of).toList(), request.decision() == null ? null : DecisionLine.of(request.decision()));
        }
    }

    /** @param sha256 SHA-256 of the evaluation */
    record BasisLine(String kind, String slug, int number, String sha256) {

        static BasisLine of(eu.vitrine.approval.BasisLine line) {
            return new BasisLine(line.kind().code(), line.slug(), line.number(), line.sha256());
        }
    }

    /** @param treatment null as long as nobody has said what is done; then the other members are null too */
    record GapLine(String family, String kind, String slug, String policy, String title, String answer, @Nullable String treatment, @Nullable String reason,
            @Nullable String owner, @Nullable LocalDate deadline, @Nullable String fallback) {

        static GapLine of(TreatedGap one) {
            Gap gap = one.gap();
            TreatedGap.Plan plan = one.plan();
            return new GapLine(gap.family().name(), gap.kind().code(), gap.slug(), gap.policy(), gap.title(), gap.answer(), plan == null ? null : plan.treatment().name(),
                    plan == null ? null : plan.reason(), plan == null ? null : plan.owner(), plan == null ? null : plan.deadline(), plan == null ? null : plan.fallback());
        }
    }

    record DecisionLine(String kind, String by, Instant at, String reason, @Nullable LocalDate validUntil, List<VerdictEndpoints.ConditionLine> conditions,
            @Nullable String withdrawnBy, @Nullable Instant withdrawnAt, @Nullable String withdrawnBecause) {

        static DecisionLine of(Decision decision) {
            Decision.Withdrawn withdrawn = decision.withdrawn();
            return new DecisionLine(decision.kind().name(), decision.by().name(), decision.at(), decision.reason(), decision.validUntil(),
                    decision.conditions().stream().map(one -> new VerdictEndpoints.ConditionLine(one.origin().name(), one.text())).toList(),
                    withdrawn == null ? null : withdrawn.by().name(), withdrawn == null ? null : withdrawn.at(), withdrawn == null ? null : withdrawn.reason());
        }
    }

    @GetMapping
    List<Approval> all() {
        return Stream.concat(approvals.waiting().stream(), approvals.closed().stream()).map(Approval::of).toList();
    }

    @GetMapping("/{number}")
    Approval one(@PathVariable int number) {
        return Approval.of(approvals.one(number));
    }
}

package eu.vitrine.issuance;

import eu.vitrine.approval.ApprovalRequest;
import eu.vitrine.approval.Approvals;
import eu.vitrine.approval.Decision;
import eu.vitrine.approval.Gap;
import eu.vitrine.approval.Party;
import eu.vitrine.approval.TreatedGap;
import eu.vitrine.approval.Verdict;
import eu.vitrine.approval.VerdictWords;
import eu.vitrine.approval.Verdicts;
import eu.vitrine.dossier.Decided;
import eu.vitrine.web.DatesInWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a dossier says of a decision, in the words of the pages. */
@Component
class DecisionWords {

    private final Approvals approvals;
    private final Verdicts verdicts;
    private final VerdictWords words;
    private final MessageSource messages;
    private final DatesInWords dates;

    DecisionWords(Approvals approvals, Verdicts verdicts, VerdictWords words, MessageSource messages, DatesInWords dates) {
        this.approvals = approvals;
        this.verdicts = verdicts;
        this.words = words;
        this.messages = messages;
        this.dates = dates;
    }

    /** The request must have been decided. */
    Decided of(ApprovalRequest request) {
        Decision decision = Objects.requireNonNull(request.decision());
        Verdict verdict = verdicts.of(request.use());
        boolean stands = verdict.standing() != null && verdict.standing().number() == request.number();
        String made = say(decision.kind().key()) + " " + say("approval.decided", decision.by().name(), dates.moment(decision.at()))
                + (decision.validUntil() == null ? "" : ". " + say("approval.valid", dates.day(decision.validUntil())));
        return new Decided(request.number(), stands ? words.sentence(verdict) : say("approval.superseded", request.number()), made, decision.reason(),
                say("approval.asked", request.askedBy().name(), dates.moment(request.askedAt())), request.note().isEmpty() ? null : request.note(),
                decision.conditions().stream().map(condition -> condition.text() + " (" + say(condition.origin().key()) + ")").toList(),
                stands && verdict.word() == Verdict.Word.NOT_DECIDED_YET ? words.changes(verdict.material()) : List.of(), withdrawn(decision),
                request.gaps().stream().map(this::gap).toList(), approvals.parties(request).stream().filter(party -> party.part() != Party.Part.DECIDED).map(this::party).toList(),
                request.basis().stream().map(line -> say("kind." + line.kind().code()) + " " + line.slug() + ", " + say("approval.basis.line", line.number()) + ", SHA-256 " + line.sha256()).toList());
    }

    private @Nullable String withdrawn(Decision decision) {
        Decision.Withdrawn withdrawn = decision.withdrawn();
        return withdrawn == null ? null : say("approval.withdrawn", withdrawn.by().name(), dates.day(withdrawn.at()), withdrawn.reason());
    }

    private Decided.Gap gap(TreatedGap one) {
        Gap gap = one.gap();
        return new Decided.Gap(say(gap.family().key()) + " · " + gap.slug(), gap.title(), gap.why().isEmpty() ? gap.answer() : gap.answer() + ". " + gap.why(), plan(one.plan()));
    }

    private String plan(TreatedGap.@Nullable Plan plan) {
        if (plan == null) {
            return say("approval.gap.none");
        }
        var parts = new ArrayList<String>(List.of(say(plan.treatment().key()) + ": " + plan.reason()));
        if (plan.owner() != null) {
            parts.add(say("approval.gap.owner", plan.owner()) + (plan.deadline() == null ? "" : ", " + say("approval.gap.deadline", dates.day(plan.deadline()))));
        }
        if (plan.fallback() != null) {
            parts.add(say("approval.gap.fallback", plan.fallback()));
        }
        return parts.stream().map(part -> part.endsWith(".") ? part : part + ".").collect(Collectors.joining(" "));
    }

    private String party(Party party) {
        return party.person().name() + ": " + say("approval.parties." + party.part().name().toLowerCase(Locale.ROOT), party.what());
    }

    private String say(String key, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, LocaleContextHolder.getLocale()));
    }
}

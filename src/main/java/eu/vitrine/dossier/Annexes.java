package eu.vitrine.dossier;

import eu.vitrine.facts.FactWords;
import eu.vitrine.policy.Answers;
import eu.vitrine.policy.ChecklistEntry;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands inside a duty: the points of its annex, its tests, and the form read field by field. */
final class Annexes {

    /** From so many rows on, a reason that most of them have is said once above them. */
    private static final int MANY = 3;

    private final Texts texts;
    private final AnswerWords answers;

    Annexes(Texts texts) {
        this.texts = texts;
        this.answers = new AnswerWords(texts);
    }

    /** The points of a duty; null where it has none. Where it does not bind, they are only counted. */
    @Nullable Fields points(Finding duty) {
        List<Finding> points = duty.points();
        if (points.isEmpty()) {
            return null;
        }
        if (!duty.answers().mayApply()) {
            return new Fields().with("summary", texts.of("points.follow", "n", points.size(),
                    "from", points.getFirst().policy().reference(), "to", points.getLast().policy().reference(),
                    "answer", String.valueOf(answers.of(duty.answers()).get("applicability")).toLowerCase(java.util.Locale.ROOT)))
                    .with("shared", null).with("rows", List.of());
        }
        List<String> why = points.stream().map(point -> point.deciding().map(one -> new Reasons(texts).first(List.of(one))).orElse("")).toList();
        @Nullable String shared = shared(why);
        List<Fields> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Finding point = points.get(i);
            rows.add(row(point.policy().title(), why.get(i), shared)
                    .with("reference", point.policy().reference())
                    .with("outcome", OutcomeWords.of(point.outcome()))
                    .with("detail", detail(point)));
        }
        return new Fields().with("summary", texts.of("points.summary", "n", points.size(), "phrases", Counts.phrase(texts, points)))
                .with("shared", said(shared, why)).with("rows", rows).with("reasons", !why.stream().allMatch(one -> one.equals(shared)));
    }

    /** The reason of most rows, where they are many. */
    private static @Nullable String shared(List<String> why) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        why.forEach(one -> counts.merge(one, 1, Integer::sum));
        return counts.entrySet().stream().filter(one -> one.getValue() >= MANY && one.getValue() * 2 > why.size())
                .map(Map.Entry::getKey).findFirst().orElse(null);
    }

    private @Nullable String said(@Nullable String shared, List<String> why) {
        return shared == null ? null : why.stream().allMatch(shared::equals) ? shared : texts.of("shared.most", "why", shared);
    }

    private static Fields row(String title, String why, @Nullable String shared) {
        return new Fields().with("title", title).with("why", why.equals(shared) ? null : why);
    }

    private static @Nullable String detail(Finding point) {
        return point.outcome() == Outcome.NO_EVIDENCE && point.answers().evidence() == Answers.Evidence.NO_EVIDENCE
                && point.answers().evidenceReason() != null ? point.answers().evidenceReason().words() : null;
    }

    /** The tests of a duty; null where it has none or does not bind. */
    @Nullable Fields tests(Finding duty) {
        List<Classification> tests = duty.conditions();
        if (tests.isEmpty() || !duty.answers().mayApply()) {
            return null;
        }
        List<String> why = tests.stream().map(test -> new Reasons(texts).lead(test.why())).toList();
        @Nullable String shared = shared(why);
        List<Fields> rows = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            Classification test = tests.get(i);
            rows.add(row(test.policy().title(), why.get(i), shared)
                    .with("basis", test.policy().basis() == duty.policy().basis() ? null : texts.of(test.policy().basis(), "basis"))
                    .with("outcome", mark(test))
                    .with("review", test.review()));
        }
        return new Fields().with("shared", said(shared, why)).with("rows", rows)
                .with("reasons", !why.stream().allMatch(one -> one.equals(shared)));
    }

    private Fields mark(Classification test) {
        Outcome.Shape shape = switch (test.value()) {
            case "YES" -> Outcome.Shape.TICK;
            case "NO" -> Outcome.Shape.CROSS;
            default -> Outcome.Shape.QUESTION;
        };
        return OutcomeWords.of(answers.value(test.policy().name(), test.value()), shape);
    }

    /** The form of a duty, what lacks first; null where it has none or does not bind. */
    @Nullable Fields form(Finding duty) {
        List<ChecklistEntry> form = duty.checklist();
        if (form.isEmpty() || !duty.answers().mayApply()) {
            return null;
        }
        boolean unread = form.stream().allMatch(field -> field.answer() == ChecklistEntry.Answer.NOT_READ);
        return new Fields().with("summary", unread ? texts.of("form.unread", "n", form.size()) : lacking(form) + " " + counted(form))
                .with("rows", unread ? List.of() : form.stream().map(this::field).toList());
    }

    private String lacking(List<ChecklistEntry> form) {
        List<String> lacking = form.stream().filter(ChecklistEntry::isLacking)
                .map(field -> texts.of("form.field", "number", number(field), "label", field.label(), "answer", field.answer().words())).toList();
        return lacking.isEmpty() ? texts.of("form.lacks.nothing") : texts.of("form.lacks", "fields", String.join("; ", lacking));
    }

    private String counted(List<ChecklistEntry> form) {
        return texts.of("form.counts", "n", form.size(), "phrases", FactWords.joined(Arrays.stream(ChecklistEntry.Answer.values())
                .filter(answer -> form.stream().anyMatch(field -> field.answer() == answer))
                .map(answer -> form.stream().filter(field -> field.answer() == answer).count() + " " + answer.words()).toList()));
    }

    private Fields field(ChecklistEntry field) {
        return new Fields().with("number", number(field)).with("label", field.label())
                .with("outcome", OutcomeWords.of(Texts.capital(field.answer().words()), shape(field)))
                .with("needed", field.needed() == null ? texts.of("form.needed.open") : texts.of(field.needed() ? "form.needed.yes" : "form.needed.no"))
                .with("lacking", field.isLacking())
                .with("note", field.note());
    }

    private static Outcome.Shape shape(ChecklistEntry field) {
        return switch (field.answer()) {
            case GIVEN -> Outcome.Shape.TICK;
            case PARTLY -> Outcome.Shape.HALF;
            case MISSING -> Outcome.Shape.CROSS;
            case DOES_NOT_APPLY -> Outcome.Shape.DASH;
            case NOT_READ -> Outcome.Shape.QUESTION;
        };
    }

    /** The number as it stands in the form itself. */
    private static String number(ChecklistEntry field) {
        return field.id().startsWith("T-") ? field.id().substring(2) : field.id();
    }
}

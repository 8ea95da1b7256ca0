package eu.vitrine.dashboard;

import eu.vitrine.approval.Verdict;
import eu.vitrine.approval.VerdictWords;
import eu.vitrine.approval.Verdicts;
import eu.vitrine.assessment.AssessmentLine;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.assessment.Moved;
import eu.vitrine.evidence.EvidenceUse;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.PinnedSubject;
import eu.vitrine.registry.RecordName;
import eu.vitrine.web.DatesInWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what the owners of uses have to check again, and why. */
@Component
class Rechecks {

    private static final String OWNER = "use.owner";
    private static final Moved NEVER = new Moved("changes.never", List.of());
    private static final int MOST_USES = 500;

    private final ModelRegistry registry;
    private final Assessments assessments;
    private final Verdicts verdicts;
    private final VerdictWords words;
    private final Vocabulary vocabulary;
    private final DatesInWords dates;

    Rechecks(ModelRegistry registry, Assessments assessments, Verdicts verdicts, VerdictWords words, Vocabulary vocabulary, DatesInWords dates) {
        this.registry = registry;
        this.assessments = assessments;
        this.verdicts = verdicts;
        this.words = words;
        this.vocabulary = vocabulary;
        this.dates = dates;
        vocabulary.get(OWNER);
    }

    /**
     * What to check again.
     *
     * @param owners by name, those who are not named last
     * @param looked how many uses were looked at
     * @param beyond how many uses were not looked at because there are so many
     */
    record Found(List<WeekOfChanges.Owner> owners, int looked, int beyond) {}

    /**
     * Uses whose approval no longer holds, whose newest assessment is out of date, that have none, or that rest on facts to be looked up again or on evidence in doubt.
     *
     * @param changed evidence that says something else now
     * @param damaged evidence that cannot be read
     */
    Found byOwner(List<WeekOfChanges.Evidence> changed, List<WeekOfChanges.Evidence> damaged) {
        List<RecordName> all = registry.all(Kind.USE);
        List<RecordName> uses = all.stream().limit(MOST_USES).toList();
        Map<String, AssessmentLine> latest = assessments.latestOf(Kind.USE, uses.stream().map(RecordName::slug).toList()).stream()
                .collect(Collectors.toMap(AssessmentLine::slug, Function.identity()));
        Map<String, List<WeekOfChanges.Recheck>> byOwner = new TreeMap<>(Comparator.comparing((String name) -> name.isEmpty()).thenComparing(String.CASE_INSENSITIVE_ORDER));
        for (RecordName use : uses) {
            PinnedSubject pinned = registry.pin(Kind.USE, use.slug());
            AssessmentLine line = latest.get(use.slug());
            var recheck = new WeekOfChanges.Recheck(use, line, approval(use.slug()), line == null ? List.of(NEVER) : assessments.movedSince(line), stale(pinned),
                    resting(pinned, changed), resting(pinned, damaged));
            if (recheck.isDue()) {
                byOwner.computeIfAbsent(owner(pinned.subject().facts()), name -> new ArrayList<>()).add(recheck);
            }
        }
        return new Found(byOwner.entrySet().stream().map(entry -> new WeekOfChanges.Owner(entry.getKey().isEmpty() ? null : entry.getKey(), entry.getValue())).toList(),
                uses.size(), all.size() - uses.size());
    }

    /** The verdict where an approval was given and holds no more; whoever withdrew one knows. */
    private @Nullable String approval(String use) {
        Verdict verdict = verdicts.of(use);
        boolean ended = verdict.decision() != null && (verdict.word() == Verdict.Word.NOT_DECIDED_YET || verdict.word() == Verdict.Word.EXPIRED);
        return ended ? words.sentence(verdict) : null;
    }

    private static String owner(Facts use) {
        return use.get(OWNER).claim().value() instanceof FactValue.Text(String name) ? name.strip() : "";
    }

    /** The evidence that is attached to what this subject is built from, with the places among that. */
    private static List<WeekOfChanges.Doubt> resting(PinnedSubject pinned, List<WeekOfChanges.Evidence> evidence) {
        List<WeekOfChanges.Doubt> doubts = new ArrayList<>();
        for (WeekOfChanges.Evidence item : evidence) {
            List<EvidenceUse.Place> places = item.uses().stream().filter(place -> pinned.pins().stream()
                    .anyMatch(pin -> !pin.isNone() && pin.kind().code().equals(place.kind()) && pin.slug().equals(place.slug()))).toList();
            if (!places.isEmpty()) {
                doubts.add(new WeekOfChanges.Doubt(item.title(), item.path(), places));
            }
        }
        return doubts;
    }

    /** Facts of the records that a use rests on whose source was last seen longer ago than the vocabulary allows. */
    private List<WeekOfChanges.Stale> stale(PinnedSubject pinned) {
        LocalDate today = dates.today();
        List<WeekOfChanges.Stale> stale = new ArrayList<>();
        pinned.files().forEach(file -> file.stated().forEach(kind -> {
            for (Fact fact : file.factsOf(kind).all()) {
                FactDeclaration declared = vocabulary.find(fact.id()).orElse(null);
                Day looked = fact.claim().lookedOn();
                if (declared != null && looked != null && declared.isStale(fact.claim(), today)) {
                    stale.add(new WeekOfChanges.Stale(declared.label(), looked.latest(), of(kind, file)));
                }
            }
        }));
        stale.sort(Comparator.comparing(WeekOfChanges.Stale::seen));
        return stale;
    }

    /** The record whose fact it is: of what a model file brings along, the provider, licence or service. */
    private static RecordName of(Kind kind, RecordFile file) {
        return switch (kind) {
            case PROVIDER -> file.provider() == null ? new RecordName(kind, file.slug(), file.name()) : new RecordName(kind, file.provider().slug(), file.provider().slug());
            case LICENCE -> new RecordName(kind, file.licences().getFirst().slug(), file.licences().getFirst().slug());
            case SERVICE -> new RecordName(kind, file.services().getFirst().slug(), file.services().getFirst().slug());
            default -> new RecordName(kind, file.slug(), file.name());
        };
    }
}

package eu.vitrine.history;

import eu.vitrine.exchange.RecordDiff;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Opinion;
import eu.vitrine.facts.PublishedFinding;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a record besides its facts: name, references, and what others published about it. */
final class AttributeComparison {

    private AttributeComparison() {}

    /** The parts that differ by name of the attribute, in a fixed order. */
    static Map<String, PartChange> of(Kind kind, RecordFile before, RecordFile after) {
        Map<String, PartChange> parts = new LinkedHashMap<>();
        RecordDiff.between(kind, before, after).attributes().forEach(attribute ->
                parts.put(attribute.name(), PartChange.replaced("value", attribute.before(), attribute.after())));
        if (kind == Kind.MODEL) {
            entries("findings", before.findings(), after.findings(), AttributeComparison::finding, parts);
            entries("indices", before.indices(), after.indices(), AttributeComparison::index, parts);
            entries("opinions", before.opinions(), after.opinions(), AttributeComparison::opinion, parts);
            entries("gaps", before.gaps(), after.gaps(), gap -> gap, parts);
            if (!Objects.equals(before.recordWritten(), after.recordWritten())) {
                parts.put("record-written", PartChange.replaced("value", day(before.recordWritten()), day(after.recordWritten())));
            }
        }
        return parts;
    }

    private static <T> void entries(String name, List<T> before, List<T> after, Function<T, String> words, Map<String, PartChange> into) {
        if (!before.equals(after)) {
            into.put(name, PartChange.ofEntries("value", before, after, words));
        }
    }

    private static String finding(PublishedFinding finding) {
        return line(PublishedFinding.code(finding.family()), PublishedFinding.code(finding.kind()), finding.topicGroup(), finding.topic(),
                finding.behaviour(), finding.statement(), finding.testedModel(), PublishedFinding.code(finding.applicability()), finding.metric(),
                number(finding.value()), finding.n() == null ? null : "n = " + finding.n(), finding.evaluator(), finding.language(), finding.host(),
                finding.sourceUrl(), day(finding.asOf()), finding.limits());
    }

    private static String index(IndexEntry entry) {
        return line(entry.name(), entry.score() == null ? entry.entry() : number(entry.score()), entry.sourceUrl(), day(entry.asOf()), entry.note());
    }

    private static String opinion(Opinion opinion) {
        return line(opinion.question(), opinion.assessment(), opinion.reason(), opinion.by());
    }

    private static String line(@Nullable String... words) {
        return Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    private static @Nullable String number(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static @Nullable String day(@Nullable Day day) {
        return day == null ? null : day.text();
    }
}

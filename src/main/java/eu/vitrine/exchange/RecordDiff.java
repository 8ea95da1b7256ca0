package eu.vitrine.exchange;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two revisions of one record.
 *
 * @param attributes what changed of the record's identity and references, in a fixed order
 * @param facts the facts that changed, those of the later revision first
 */
public record RecordDiff(List<Attribute> attributes, List<Changed> facts) {

    /**
     * A part of the identity or a reference.
     *
     * @param name {@code name}, {@code version}, {@code family}, {@code provider}, {@code licences} or {@code services}
     */
    public record Attribute(String name, @Nullable String before, @Nullable String after) {}

    /** A fact before and after; unknown where it was not stated. */
    public record Changed(Fact before, Fact after) {

        public String id() {
            return after.id();
        }
    }

    public RecordDiff {
        attributes = List.copyOf(attributes);
        facts = List.copyOf(facts);
    }

    /** What the later of two revisions of a record of this kind says otherwise than the earlier. */
    public static RecordDiff between(Kind kind, RecordFile before, RecordFile after) {
        List<Attribute> attributes = new ArrayList<>();
        compare("name", before.name(), after.name(), attributes);
        if (kind == Kind.MODEL) {
            compare("version", before.version(), after.version(), attributes);
            compare("family", before.family(), after.family(), attributes);
            compare("provider", slug(before.provider()), slug(after.provider()), attributes);
            compare("licences", licences(before), licences(after), attributes);
            compare("services", slugs(before.services()), slugs(after.services()), attributes);
        }
        return new RecordDiff(attributes, facts(before.factsOf(kind), after.factsOf(kind)));
    }

    /** The facts that differ between two sets. */
    public static List<Changed> facts(Facts before, Facts after) {
        Set<String> ids = new LinkedHashSet<>();
        after.all().forEach(fact -> ids.add(fact.id()));
        before.all().forEach(fact -> ids.add(fact.id()));
        return ids.stream().map(id -> new Changed(before.get(id), after.get(id)))
                .filter(changed -> !changed.before().equals(changed.after())).toList();
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return attributes.isEmpty() && facts.isEmpty();
    }

    private static void compare(String name, @Nullable String before, @Nullable String after, List<Attribute> into) {
        if (!Objects.equals(before, after)) {
            into.add(new Attribute(name, before, after));
        }
    }

    private static @Nullable String slug(Subject.@Nullable Part part) {
        return part == null ? null : part.slug();
    }

    private static @Nullable String slugs(List<Subject.Part> parts) {
        return parts.isEmpty() ? null : parts.stream().map(Subject.Part::slug).collect(Collectors.joining(", "));
    }

    private static @Nullable String licences(RecordFile file) {
        return file.licences().isEmpty() ? null : file.licences().stream().map(RecordDiff::licence).collect(Collectors.joining(", "));
    }

    /** Slug of a reference, of a licence with what it covers. */
    static String licence(Subject.Part licence) {
        return licence.facts().get(Subjects.ARTEFACTS).claim().value() instanceof FactValue.Items items
                ? licence.slug() + " (" + String.join(", ", items.values()) + ")" : licence.slug();
    }
}

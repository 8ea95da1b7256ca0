package eu.vitrine.forms;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a record is called and, of a model, what it refers to. Every attribute stands for itself when two people change it.
 *
 * @param provider slug, or null
 * @param licences each with the artefacts it covers and nothing else
 * @param services slugs
 */
record Identity(String name, @Nullable String version, @Nullable String family, @Nullable String provider, List<Subject.Part> licences,
        List<String> services) {

    Identity {
        licences = List.copyOf(licences);
        services = List.copyOf(services);
    }

    static Identity of(RecordFile file) {
        return new Identity(file.name(), file.version(), file.family(), file.provider() == null ? null : file.provider().slug(), file.licences(),
                file.services().stream().map(Subject.Part::slug).toList());
    }

    /** The record so called. */
    RecordFile on(Kind kind, RecordFile file) {
        RecordFile called = file.called(name, version, family);
        return kind == Kind.MODEL ? called.from(provider, licences, services) : called;
    }

    /** The attributes by name, as values that can be compared and exchanged one by one. */
    private Map<String, @Nullable Object> attributes() {
        var attributes = new LinkedHashMap<String, @Nullable Object>();
        attributes.put("name", name);
        attributes.put("version", version);
        attributes.put("family", family);
        attributes.put("provider", provider);
        attributes.put("licences", licences);
        attributes.put("services", services);
        return attributes;
    }

    @SuppressWarnings("unchecked")
    private static Identity of(Map<String, @Nullable Object> attributes) {
        return new Identity(String.valueOf(attributes.get("name")), (String) attributes.get("version"), (String) attributes.get("family"),
                (String) attributes.get("provider"), (List<Subject.Part>) Objects.requireNonNull(attributes.get("licences")),
                (List<String>) Objects.requireNonNull(attributes.get("services")));
    }

    /** The names of the attributes in which this differs from another. */
    List<String> differences(Identity other) {
        Map<String, @Nullable Object> theirs = other.attributes();
        return attributes().entrySet().stream().filter(attribute -> !Objects.equals(attribute.getValue(), theirs.get(attribute.getKey())))
                .map(Map.Entry::getKey).toList();
    }

    /** This with some attributes of another. */
    Identity with(List<String> names, Identity other) {
        Map<String, @Nullable Object> mixed = attributes();
        names.forEach(name -> mixed.put(name, other.attributes().get(name)));
        return of(mixed);
    }

    /** One attribute in words; empty where there is none. */
    String words(String attribute) {
        Object value = attributes().get(attribute);
        return switch (value) {
            case null -> "";
            case List<?> list -> list.stream().map(one -> one instanceof Subject.Part licence ? licence(licence) : String.valueOf(one))
                    .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static String licence(Subject.Part licence) {
        List<String> artefacts = artefacts(licence);
        return artefacts.isEmpty() ? licence.slug() : licence.slug() + " (" + String.join(", ", artefacts) + ")";
    }

    /** What a licence covers, by code. */
    static List<String> artefacts(Subject.Part licence) {
        return licence.facts().get(FormPages.ARTEFACTS).claim().value() instanceof FactValue.Items items ? items.values() : List.of();
    }

    static Subject.Part licence(String slug, @Nullable Fact artefacts) {
        return new Subject.Part(Kind.LICENCE, slug, artefacts == null ? Facts.none() : Facts.of(List.of(artefacts)));
    }
}

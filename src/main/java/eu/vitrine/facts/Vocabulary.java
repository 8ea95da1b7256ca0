package eu.vitrine.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every fact the product knows, declared once. */
public final class Vocabulary {

    private final List<Section> sections;
    private final Map<String, FactDeclaration> byId;
    private final List<FactDeclaration> facts;

    Vocabulary(List<Section> sections) {
        this.sections = sections.stream().sorted(Comparator.comparingInt(Section::order)).toList();
        this.byId = new LinkedHashMap<>();
        List<FactDeclaration> ordered = new ArrayList<>();
        this.sections.forEach(section -> section.facts().forEach(fact -> byId.put(fact.id(), fact)));
        sections.forEach(section -> ordered.addAll(section.facts()));
        ordered.sort(Comparator.comparingInt(FactDeclaration::index));
        this.facts = List.copyOf(ordered);
    }

    /** Sections in order. */
    public List<Section> sections() {
        return sections;
    }

    /** Sections of one kind of record, in order. */
    public List<Section> sections(Kind kind) {
        return sections.stream().filter(section -> section.kind() == kind).toList();
    }

    /** The declaration of this fact, or empty when there is none. */
    public Optional<FactDeclaration> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The declaration of this fact.
     *
     * @throws IllegalArgumentException when no fact has this id
     */
    public FactDeclaration get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no fact has the id " + id));
    }

    /** All facts by index. */
    public List<FactDeclaration> facts() {
        return facts;
    }

    /** How many facts there are. */
    public int size() {
        return facts.size();
    }
}

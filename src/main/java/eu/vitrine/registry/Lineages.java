package eu.vitrine.registry;

import eu.vitrine.exchange.Lineage;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The families of models: what each was made from, what was made from it, and what it has from its base. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class Lineages {

    /** More models make no drawing that anybody reads. */
    private static final int MOST = 60;

    private final RecordStore store;
    private final VisibleRecords visible;
    private final FactSections sections;
    private final Vocabulary vocabulary;
    private final JdbcClient jdbc;

    Lineages(RecordStore store, VisibleRecords visible, FactSections sections, Vocabulary vocabulary, JdbcClient jdbc) {
        this.store = store;
        this.visible = visible;
        this.sections = sections;
        this.vocabulary = vocabulary;
        this.jdbc = jdbc;
    }

    /**
     * The family of a model.
     *
     * @param graph the drawing
     * @param bases what it was made from
     * @param derived what was made from it
     * @param lifecycle the models of the same large pre-training run, the first known version first; empty where none is recorded
     * @param inherited facts it has from its base until its own record says otherwise
     * @param more whether the family is larger than what is drawn
     */
    public record Family(LineageGraph graph, List<Relative> bases, List<Relative> derived, List<RecordName> lifecycle, List<Inherited> inherited, boolean more) {}

    /** A model next to another, with the relation in words. */
    public record Relative(String name, @Nullable String path, String relation) {}

    /** A fact with its value in words and where it comes from. */
    public record Inherited(String label, String value, RecordName base, String relation) {}

    /** @throws NoSuchRecord if there is no such model */
    public Family of(String slug) {
        visible.check(Kind.MODEL, slug);
        RecordStore.Head self = store.head(Kind.MODEL, slug);
        var links = new LinkedHashSet<LineageGraph.Link>();
        var names = new LinkedHashMap<String, LineageGraph.Named>();
        boolean more = up(self, links, names) | down(slug, links, names);
        names.put(slug, named(slug, Optional.of(self)));
        return new Family(LineageGraph.of(slug, names, links),
                links.stream().filter(link -> link.derived().equals(slug)).map(link -> relative(names.get(link.base()), link)).toList(),
                links.stream().filter(link -> link.base().equals(slug)).map(link -> relative(names.get(link.derived()), link)).toList(),
                lifecycle(self), inherited(slug, self.content().facts()), more);
    }

    private static Relative relative(LineageGraph.Named other, LineageGraph.Link link) {
        return new Relative(other.name(), other.path(), link.relation());
    }

    /** The bases, their bases and so on. */
    private boolean up(RecordStore.Head self, Set<LineageGraph.Link> links, Map<String, LineageGraph.Named> names) {
        var queue = new ArrayDeque<>(List.of(self));
        Set<String> seen = new LinkedHashSet<>(Set.of(self.content().slug()));
        while (!queue.isEmpty()) {
            RecordStore.Head at = queue.removeFirst();
            for (Lineage.Base base : Lineage.bases(at.content().facts())) {
                if (names.size() >= MOST) {
                    return true;
                }
                Optional<RecordStore.Head> record = Content.isSlug(base.model()) && visible.sees(Kind.MODEL, base.model())
                        ? store.find(Kind.MODEL, base.model()) : Optional.empty();
                names.put(base.model(), named(base.model(), record));
                links.add(new LineageGraph.Link(base.model(), at.content().slug(), words(base.relation())));
                record.filter(found -> seen.add(base.model())).ifPresent(queue::add);
            }
        }
        return false;
    }

    /** What was made from it, what was made from that and so on. */
    private boolean down(String slug, Set<LineageGraph.Link> links, Map<String, LineageGraph.Named> names) {
        var queue = new ArrayDeque<>(List.of(slug));
        Set<String> seen = new LinkedHashSet<>(Set.of(slug));
        while (!queue.isEmpty()) {
            String base = queue.removeFirst();
            for (String derived : referring(HeadIndex.BASE, base)) {
                if (names.size() >= MOST) {
                    return true;
                }
                RecordStore.Head head = store.head(Kind.MODEL, derived);
                names.put(derived, named(derived, Optional.of(head)));
                names.putIfAbsent(base, named(base, store.find(Kind.MODEL, base)));
                Lineage.bases(head.content().facts()).stream().filter(one -> one.model().equals(base))
                        .forEach(one -> links.add(new LineageGraph.Link(base, derived, words(one.relation()))));
                if (seen.add(derived)) {
                    queue.add(derived);
                }
            }
        }
        return false;
    }

    private List<String> referring(String reference, String slug) {
        return jdbc.sql("SELECT r.slug FROM registry_head h JOIN registry_record r ON r.id = h.record_id WHERE h.fact_id = :reference AND h.term = :slug"
                        + visible.and("r.unit") + " ORDER BY lower(r.name), r.slug FETCH FIRST :most ROWS ONLY")
                .param("reference", reference).param("slug", slug).param("units", visible.units()).param("most", MOST).query(String.class).list();
    }

    private List<RecordName> lifecycle(RecordStore.Head self) {
        String slug = self.content().slug();
        String root = self.content().facts().get(Content.LIFECYCLE_OF).claim().value() instanceof FactValue.Text(String named) ? named : slug;
        var all = new ArrayList<RecordName>();
        store.find(Kind.MODEL, root).filter(head -> visible.sees(Kind.MODEL, root)).ifPresent(head -> all.add(new RecordName(Kind.MODEL, root, head.content().file().name())));
        for (String version : referring(HeadIndex.LIFECYCLE, root)) {
            if (!version.equals(root)) {
                all.add(new RecordName(Kind.MODEL, version, store.head(Kind.MODEL, version).content().file().name()));
            }
        }
        return all.size() > 1 ? List.copyOf(all) : List.of();
    }

    private List<Inherited> inherited(String slug, Facts facts) {
        var found = Lineage.inherited(slug, facts, vocabulary, other -> Content.isSlug(other) && visible.sees(Kind.MODEL, other)
                ? store.find(Kind.MODEL, other).map(head -> head.content().facts()) : Optional.empty());
        return found.entrySet().stream().map(entry -> {
            FactDeclaration declared = vocabulary.get(entry.getKey());
            Lineage.Inherited one = entry.getValue();
            return new Inherited(declared.label(), sections.words(Facts.of(List.of(one.fact())), declared.id()),
                    new RecordName(Kind.MODEL, one.base(), store.head(Kind.MODEL, one.base()).content().file().name()), words(one.relation()));
        }).toList();
    }

    private String words(String relation) {
        FactDeclaration.Column column = vocabulary.get(Lineage.BASES).column("relation");
        return column == null ? relation : column.choices().getOrDefault(relation, relation);
    }

    private static LineageGraph.Named named(String slug, Optional<RecordStore.Head> record) {
        return new LineageGraph.Named(slug, record.map(head -> head.content().file().name()).orElse(slug), record.map(head -> RecordPaths.of(Kind.MODEL, slug)).orElse(null));
    }
}

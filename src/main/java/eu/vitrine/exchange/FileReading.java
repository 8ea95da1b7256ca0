package eu.vitrine.exchange;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Form;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Spelling;
import eu.vitrine.facts.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one file, and complains about everything that is wrong in it. */
final class FileReading {

    private static final Set<String> CATALOGUE_KEYS = Set.of(
            "schema_version", "slug", "name", "version", "family", "model", "provider", "licences", "services", "findings",
            "indices", "opinions", "gaps", "record_written");
    private static final Set<String> SCENARIO_KEYS = Set.of("schema_version", "slug", "name", "facts");
    private static final Set<String> LICENCE_KEYS = Set.of("schema_version", "slug", "name", "licence");

    private final FactPaths paths;
    /** Whether a catalogue file may hold judgements. */
    private final boolean kept;
    private final Form form;
    private final List<Problem> problems;
    private final FactReader facts;

    FileReading(FactPaths paths, boolean kept, Form form, List<Problem> problems) {
        this.paths = paths;
        this.kept = kept;
        this.form = form;
        this.problems = problems;
        this.facts = new FactReader(problems);
    }

    /** The record; to be used only when there were no complaints. */
    RecordFile record() {
        version();
        if (form.node().get("facts") != null) {
            return scenario();
        }
        return form.node().get("licence") == null ? catalogue() : licence();
    }

    private void version() {
        if (form.has("schema_version") && form.integer("schema_version", 2) != 2) {
            form.complain("schema_version", "\"schema_version\" must be 2; this release reads no other");
        }
    }

    private static String slug(Form block) {
        String slug = block.text("slug");
        if (block.has("slug") && !slug.isEmpty() && !Codes.isSlug(slug)) {
            block.complain("slug", "the slug \"" + slug + "\" may only have letters, digits, \".\", \"-\" and \"_\", and begins with"
                    + " a letter or digit");
        }
        return slug;
    }

    private RecordFile scenario() {
        form.allow(SCENARIO_KEYS);
        String slug = slug(form);
        String name = form.text("name");
        Map<Kind, Map<String, Located.Scalar>> seen = new EnumMap<>(Kind.class);
        Map<Kind, List<Fact>> byKind = new EnumMap<>(Kind.class);
        Located stated = form.node().present("facts");
        if (stated instanceof Located.Mapping mapping) {
            mapping.entries().forEach((id, node) -> {
                Located.Scalar key = mapping.keys().get(id);
                FactDeclaration declared = paths.byId().get(id);
                if (declared == null) {
                    problems.add(key.problem(Spelling.unknown("fact", id, paths.byId().keySet())));
                } else if (once(seen.computeIfAbsent(declared.kind(), kind -> new HashMap<>()), declared, key)) {
                    byKind.computeIfAbsent(declared.kind(), kind -> new ArrayList<>()).add(facts.fact(declared, node));
                }
            });
        } else if (stated != null) {
            problems.add(stated.problem("\"facts\" must give facts by their ids, not " + stated.described()));
        }
        List<Subject.Part> provider = part(byKind, Kind.PROVIDER, slug);
        return new RecordFile(
                RecordFile.Shape.SCENARIO, slug, name, null, null, flat(byKind, Kind.MODEL),
                provider.isEmpty() ? null : provider.getFirst(), part(byKind, Kind.LICENCE, slug),
                part(byKind, Kind.SERVICE, slug), flat(byKind, Kind.USE), flat(byKind, Kind.ORGANISATION),
                List.of(), List.of(), List.of(), List.of(), null);
    }

    private static Facts flat(Map<Kind, List<Fact>> byKind, Kind kind) {
        return Facts.of(byKind.getOrDefault(kind, List.of()));
    }

    private static List<Subject.Part> part(Map<Kind, List<Fact>> byKind, Kind kind, String slug) {
        Facts facts = flat(byKind, kind);
        return facts.all().isEmpty() ? List.of() : List.of(new Subject.Part(kind, slug, facts));
    }

    private boolean once(Map<String, Located.Scalar> seen, FactDeclaration fact, Located.Scalar key) {
        Located.Scalar first = seen.putIfAbsent(fact.id(), key);
        if (first != null) {
            problems.add(key.problem("\"" + fact.id() + "\" is already stated in line " + first.line() + " as \"" + first.text()
                    + "\"; keep one of the two"));
        }
        return first == null;
    }

    private RecordFile licence() {
        form.allow(LICENCE_KEYS);
        String slug = slug(form);
        String name = form.text("name");
        Located stated = form.node().present("licence");
        return RecordFile.ofLicence(slug, name, stated == null ? Facts.none() : nested(Kind.LICENCE, stated, Set.of()));
    }

    private RecordFile catalogue() {
        form.allow(CATALOGUE_KEYS);
        String slug = slug(form);
        String name = form.optional("name");
        Located model = form.node().present("model");
        Located provider = form.node().present("provider");
        ShownReader shown = new ShownReader(problems);
        return new RecordFile(
                RecordFile.Shape.CATALOGUE, slug, name == null ? slug : name, form.optional("version"),
                form.optional("family"), model == null ? Facts.none() : nested(Kind.MODEL, model, Set.of()),
                provider == null ? null : block(Kind.PROVIDER, provider), blocks(Kind.LICENCE, "licences"),
                blocks(Kind.SERVICE, "services"), Facts.none(), Facts.none(), shown.findings(form), shown.indices(form),
                shown.opinions(form), form.texts("gaps"), day("record_written"));
    }

    private @Nullable Day day(String key) {
        Located node = form.node().present(key);
        return node == null ? null : new ValueReader(problems).day(key, node);
    }

    private List<Subject.Part> blocks(Kind kind, String key) {
        List<Subject.Part> parts = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        for (Form block : form.forms(key)) {
            Subject.Part part = block(kind, block.node());
            if (!slugs.add(part.slug())) {
                block.complain("slug", "the " + kind.code() + " \"" + part.slug() + "\" stands in this file a second time; keep one");
            }
            parts.add(part);
        }
        return parts;
    }

    private Subject.Part block(Kind kind, Located node) {
        if (!(node instanceof Located.Mapping)) {
            problems.add(node.problem("the " + kind.code() + " must have keys and values, not " + node.described()));
            return new Subject.Part(kind, "", Facts.none());
        }
        return new Subject.Part(kind, slug(new Form(node, problems)), nested(kind, node, Set.of("slug")));
    }

    private Facts nested(Kind kind, Located node, Set<String> besides) {
        Map<Integer, Fact> found = new TreeMap<>();
        walk(paths.root(kind), kind.code(), node, besides, new HashMap<>(), found);
        return Facts.of(found.values());
    }

    private void walk(FactPaths.Node place, String path, Located node, Set<String> besides,
            Map<String, Located.Scalar> seen, Map<Integer, Fact> found) {
        if (!(node instanceof Located.Mapping mapping)) {
            if (!node.isNull()) {
                problems.add(node.problem("\"" + path + "\" must have further keys, not " + node.described()));
            }
            return;
        }
        mapping.entries().forEach((key, value) -> {
            FactPaths.Node below = place.children().get(key);
            Located.Scalar where = mapping.keys().get(key);
            if (besides.contains(key)) {
                return;
            }
            if (below == null) {
                Set<String> known = new TreeSet<>(place.children().keySet());
                known.addAll(besides);
                problems.add(where.problem(Spelling.unknown("key", key, known) + " (under \"" + path + "\")"));
            } else if (below.fact() == null) {
                walk(below, path + "." + key, value, Set.of(), seen, found);
            } else if (below.fact().judgement() && !kept) {
                problems.add(where.problem("\"" + below.fact().id() + "\" is a person's judgement and is never imported; record it as"
                        + " a determination, or state it in a scenario file"));
            } else if (once(seen, below.fact(), where)) {
                keep(below.fact(), facts.fact(below.fact(), value), found);
            }
        });
    }

    /** A key without anything in it says no more than a missing key. */
    private static void keep(FactDeclaration declared, Fact fact, Map<Integer, Fact> found) {
        if (!fact.equals(Fact.unknown(declared.id()))) {
            found.put(declared.index(), fact);
        }
    }
}

package eu.vitrine.formats;

import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model while its bill of materials is read. Fields of the format are stated first; what an export of ours says of itself
 * is laid over them at the end, where the two agree.
 */
final class BomDraft {

    static final int LONGEST_NAME = 200;
    private static final int MOST_ENTRIES = 100;

    private final Citation citation;
    private final Remarks remarks;
    private final BomOwn own;
    private final Map<String, Stated> stated = new LinkedHashMap<>();
    private final Map<Kind, Set<String>> parts = new LinkedHashMap<>();

    /** A fact read from a field. A derived one follows from a field that is about something else, such as a name in an address. */
    private record Stated(Fact fact, Place place, boolean derived) {}

    BomDraft(Citation citation, Remarks remarks, BomOwn own) {
        this.citation = citation;
        this.remarks = remarks;
        this.own = own;
        for (Kind kind : List.of(Kind.PROVIDER, Kind.LICENCE, Kind.SERVICE)) {
            parts.put(kind, new LinkedHashSet<>());
        }
    }

    Remarks remarks() {
        return remarks;
    }

    BomOwn own() {
        return own;
    }

    /** Brings a provider, licence or service into the record. */
    void part(Kind kind, String slug) {
        parts.get(kind).add(slug);
    }

    /** States what a field says. */
    void field(Kind kind, @Nullable String part, String id, FactValue value, BomNode at, @Nullable String note) {
        put(BomProperties.key(kind, part, id), id, value, at, note, false);
    }

    /** States what follows from a field. */
    void derived(Kind kind, @Nullable String part, String id, FactValue value, BomNode at, @Nullable String note) {
        put(BomProperties.key(kind, part, id), id, value, at, note, true);
    }

    private void put(String key, String id, FactValue value, BomNode at, @Nullable String note, boolean derived) {
        Claim claim = citation.claim(value, note);
        Stated before = stated.get(key);
        if (before == null) {
            stated.put(key, new Stated(new Fact(id, claim, List.of()), at.place(), derived));
        } else if (!before.fact().claim().value().equals(value) && before.fact().also().stream().noneMatch(also -> value.equals(also.value()))) {
            List<Claim> also = new ArrayList<>(before.fact().also());
            also.add(claim);
            stated.put(key, new Stated(new Fact(id, before.fact().claim(), also), before.place(), before.derived()));
        }
    }

    /** The first entries under a key, as many as a person would still read; what follows them is remarked upon. */
    List<BomNode> few(BomNode node, String key) {
        return few(node.items(key), Function.identity());
    }

    /** The first of these, with a remark at the first that is too many. */
    <T> List<T> few(List<T> all, Function<T, BomNode> place) {
        if (all.size() <= MOST_ENTRIES) {
            return all;
        }
        remarks.leftOut(place.apply(all.get(MOST_ENTRIES)).place(), null, null,
                "There are " + all.size() + " entries of this kind; the first " + MOST_ENTRIES + " were read.", null);
        return all.subList(0, MOST_ENTRIES);
    }

    /** Something of this node is no fact. */
    void notAFact(BomNode at, @Nullable String id, String problem) {
        remarks.notAFact(at.place(), id, at.summary(), problem, null);
    }

    /** A field that is wrong. */
    void leftOut(BomNode at, @Nullable String id, String problem) {
        remarks.leftOut(at.place(), id, at.summary(), problem, null);
    }

    /** Remarks on every key of a node that is none of these. */
    void unused(BomNode node, Set<String> read) {
        for (String key : node.keys()) {
            BomNode below = read.contains(key) ? null : node.get(key);
            if (below != null && !(below.summary().isBlank())) {
                notAFact(below, null, "A record has no fact for the field " + Wording.quoted(key) + ".");
            }
        }
    }

    /** A reference to an address of which its type says too little; one that an export of ours explains is no news. */
    void reference(BomNode reference, String type, @Nullable String address) {
        if (address == null || !own.saysAnywhere(address)) {
            notAFact(reference, null, "A reference of the type " + Wording.quoted(type) + " says too little of what stands there to be a fact.");
        }
    }

    /** The text of a field that states something; a placeholder is remarked upon. */
    @Nullable String said(@Nullable BomNode at, @Nullable String id) {
        String text = at == null ? null : at.text();
        if (text == null || at == null) {
            return null;
        }
        if (BomWords.saysNothing(text)) {
            notAFact(at, id, "This stands in place of a statement and states nothing.");
            return null;
        }
        String unfit = Wording.unfit(text);
        if (unfit != null) {
            leftOut(at, id, unfit);
            return null;
        }
        return text;
    }

    /** The name of the record: that of the field, else the one that an export of ours states. */
    @Nullable String title(@Nullable BomNode at) {
        String text = at == null ? null : at.text();
        String ours = own.identity("name");
        return ours != null && (text == null || bare(ours).equals(bare(text))) ? ours : name(at, null);
    }

    /** The version of the record, likewise. */
    @Nullable String edition(@Nullable BomNode at) {
        String text = at == null ? null : at.text();
        String ours = own.identity("version");
        return ours != null && (text == null || bare(ours).equals(bare(text))) ? ours : name(at, null);
    }

    /** A short text such as a name. */
    @Nullable String name(@Nullable BomNode at, @Nullable String id) {
        String text = said(at, id);
        if (text != null && at != null && text.length() > LONGEST_NAME) {
            leftOut(at, id, "The name has " + text.length() + " characters; a name has at most " + LONGEST_NAME + ".");
            return null;
        }
        return text == null ? null : text.replaceAll("\\s+", " ");
    }

    /**
     * The record, or null with a remark when it cannot be kept.
     *
     * @param taken short names that other records of the upload have; that of this one is added
     */
    @Nullable ImportedRecord record(String name, @Nullable String version, BomNode at, Set<String> taken, RecordReader reader) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        own.facts().forEach((key, fact) -> {
            facts.put(key, fact);
            places.put(key, own.node(key).place());
        });
        stated.forEach((key, each) -> lay(key, each, facts, places));
        String provider = own.slugs(Kind.PROVIDER).stream().findFirst().orElseGet(() -> parts.get(Kind.PROVIDER).stream().findFirst().orElse(null));
        if (provider == null && facts.keySet().stream().anyMatch(key -> key.startsWith("provider."))) {
            provider = "provider";
        }
        String ours = own.identity("slug");
        String made = Codes.slug(name);
        String slug = Slugs.free(ours != null ? ours : made == null ? "model" : made.replace('.', '-'), taken);
        RecordFile file = new RecordFile(
                RecordFile.Shape.CATALOGUE, slug, name, version, own.identity("family"),
                facts(facts, "model."), provider == null ? null : new Subject.Part(Kind.PROVIDER, provider, facts(facts, "provider.")),
                parts(Kind.LICENCE, facts), parts(Kind.SERVICE, facts), Facts.none(), Facts.none(), List.of(), List.of(), List.of(), List.of(), null);
        Reading again = reader.read(List.of(new Source("record", file.canonical())));
        if (!again.problems().isEmpty()) {
            remarks.rejected(at.place(), name, "The record cannot be kept: " + again.problems().getFirst().message() + ".", null);
            return null;
        }
        Map<String, Place> ordered = new LinkedHashMap<>();
        places.forEach((key, place) -> ordered.put(key.startsWith("provider.") ? file.provider().slug() + "/" + key : key, place));
        return new ImportedRecord(file, at.place(), ordered, ours != null);
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\x{FFFD}-\\x{FFFF}]+", " ").strip();
    }

    private void lay(String key, Stated field, Map<String, Fact> facts, Map<String, Place> places) {
        Fact ours = own.facts().get(key);
        if (ours == null ? own.present() && field.derived() : field.derived() || agree(ours.claim().value(), field.fact().claim().value())) {
            return;
        }
        if (ours != null) {
            remarks.leftOut(own.node(key).place(), field.fact().id(), null,
                    "The property of this fact and the field of the format disagree; the field was taken.", null);
        }
        facts.put(key, field.fact());
        places.put(key, field.place());
    }

    private static boolean agree(@Nullable FactValue ours, @Nullable FactValue field) {
        return ours instanceof FactValue.Amount a && field instanceof FactValue.Amount b
                ? a.value() != null && b.value() != null && a.value().compareTo(b.value()) == 0 : java.util.Objects.equals(ours, field);
    }

    private static Facts facts(Map<String, Fact> facts, String prefix) {
        return Facts.of(facts.entrySet().stream().filter(each -> each.getKey().startsWith(prefix) && !each.getKey().contains("/"))
                .map(Map.Entry::getValue).toList());
    }

    private List<Subject.Part> parts(Kind kind, Map<String, Fact> facts) {
        Set<String> slugs = new LinkedHashSet<>(own.slugs(kind));
        slugs.addAll(parts.get(kind));
        return slugs.stream().map(slug -> new Subject.Part(kind, slug, Facts.of(facts.entrySet().stream()
                .filter(each -> each.getKey().startsWith(slug + "/" + kind.code() + ".")).map(Map.Entry::getValue).toList()))).toList();
    }
}

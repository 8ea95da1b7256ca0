package eu.vitrine.exchange;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an import makes of a record that is there already. It never overwrites what a person confirmed, an unknown never
 * overwrites anything known, and whoever disagrees with what stays is kept as a further source, once. Merging the same file
 * a second time changes nothing.
 */
public final class RecordMerge {

    /** How much weight a file has. */
    public enum Standing {
        /** A full record in our own format: it replaces what nobody confirmed. */
        OWN_RECORD,
        /** Any other format: it fills what is not known, replaces what the same source said before, and else stands beside. */
        FURTHER_SOURCE,
        /** A signed bundle: it fills what is not known, and else stands beside; no claim that is there is ever removed. */
        BUNDLE
    }

    /** What became of something that the file says. */
    public enum Manner {
        /** Nothing was recorded; now this is. */
        ADDED,
        /** It takes the place of what was recorded. */
        REPLACED,
        /** What was recorded stays, because a person confirmed it; the file is kept as a further source of a fact. */
        KEPT_CONFIRMED,
        /** What was recorded stays, because another source says it; the file is kept as a further source of a fact. */
        KEPT_OTHER_SOURCE
    }

    /** What became of a fact; {@code after} differs from {@code before}. */
    public record FactEffect(Manner manner, Fact before, Fact after) {}

    /**
     * What became of a name or reference about which the two differ.
     *
     * @param name as in {@link RecordDiff.Attribute}
     */
    public record AttributeEffect(Manner manner, String name, @Nullable String before, @Nullable String imported) {}

    /** @param file what the record would say; equal to what it says where nothing changes */
    public record Merged(RecordFile file, List<AttributeEffect> attributes, List<FactEffect> facts) {

        public Merged {
            attributes = List.copyOf(attributes);
            facts = List.copyOf(facts);
        }
    }

    private final Vocabulary vocabulary;

    private RecordMerge(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public static RecordMerge with(Vocabulary vocabulary) {
        return new RecordMerge(vocabulary);
    }

    /**
     * Merges what a file says of a record into what the registry says of it.
     *
     * @param imported of the same kind and slug
     * @param confirmed ids of the facts, and names of the attributes, for whose present content a person stands
     */
    public Merged merge(Kind kind, RecordFile before, RecordFile imported, Set<String> confirmed, Standing standing) {
        List<FactEffect> effects = new ArrayList<>();
        Facts facts = facts(before.factsOf(kind), taken(imported.factsOf(kind), standing), confirmed, standing, effects);
        var choice = new Choice(confirmed, standing, new ArrayList<>());
        RecordFile file = before.withFacts(kind, facts);
        if (kind == Kind.MODEL) {
            file = model(file, before, imported, choice, standing);
        } else {
            file = file.called(choice.of("name", before.name(), imported.name(), Choice::words), null, null);
        }
        return new Merged(file, choice.effects(), effects);
    }

    /** What of a new record an import may say: all but, in a format of others, a person's judgements. */
    public RecordFile admitted(Kind kind, RecordFile imported, Standing standing) {
        return imported.withFacts(kind, taken(imported.factsOf(kind), standing));
    }

    private Facts taken(Facts imported, Standing standing) {
        return standing == Standing.OWN_RECORD ? imported
                : Facts.of(imported.all().stream().filter(fact -> vocabulary.find(fact.id()).filter(declared -> declared.judgement()).isEmpty()).toList());
    }

    private static RecordFile model(RecordFile file, RecordFile before, RecordFile imported, Choice choice, Standing standing) {
        boolean own = standing == Standing.OWN_RECORD;
        String name = Objects.requireNonNull(choice.of("name", before.name(), imported.name(), Choice::words));
        String version = choice.of("version", before.version(), imported.version(), Choice::words);
        String family = choice.of("family", before.family(), imported.family(), Choice::words);
        Subject.Part provider = choice.of("provider", before.provider(), imported.provider(), (key, part) -> part.slug());
        List<Subject.Part> licences = choice.listOf("licences", before.licences(), imported.licences());
        List<Subject.Part> services = choice.listOf("services", before.services(), imported.services());
        return new RecordFile(file.shape(), file.slug(), name, version, family, file.model(), provider, licences, services, file.use(),
                file.organisation(), findings(before.findings(), imported.findings(), own), indices(before.indices(), imported.indices()),
                own && !imported.opinions().isEmpty() ? imported.opinions() : before.opinions(),
                own && !imported.gaps().isEmpty() ? imported.gaps() : before.gaps(),
                own && imported.recordWritten() != null ? imported.recordWritten() : before.recordWritten());
    }

    private static List<PublishedFinding> findings(List<PublishedFinding> before, List<PublishedFinding> imported, boolean own) {
        if (own && !imported.isEmpty()) {
            return imported;
        }
        List<PublishedFinding> all = new ArrayList<>(before);
        imported.stream().filter(finding -> !before.contains(finding)).forEach(all::add);
        return all;
    }

    private static List<IndexEntry> indices(List<IndexEntry> before, List<IndexEntry> imported) {
        Map<String, IndexEntry> byName = new LinkedHashMap<>();
        before.forEach(entry -> byName.put(entry.name(), entry));
        imported.forEach(entry -> byName.put(entry.name(), entry));
        return List.copyOf(byName.values());
    }

    private static Facts facts(Facts before, Facts imported, Set<String> confirmed, Standing standing, List<FactEffect> effects) {
        List<Fact> merged = new ArrayList<>(before.all());
        for (Fact theirs : imported.all()) {
            Fact mine = before.get(theirs.id());
            boolean held = confirmed.contains(theirs.id());
            Fact fact = fact(mine, theirs, held, standing);
            if (!fact.equals(mine)) {
                merged.add(fact);
                effects.add(new FactEffect(manner(mine, fact, held), mine, fact));
            }
        }
        return Facts.of(merged);
    }

    private static Manner manner(Fact before, Fact after, boolean confirmed) {
        if (isSilent(before)) {
            return Manner.ADDED;
        }
        if (!before.claim().equals(after.claim())) {
            return Manner.REPLACED;
        }
        return confirmed ? Manner.KEPT_CONFIRMED : Manner.KEPT_OTHER_SOURCE;
    }

    private static Fact fact(Fact mine, Fact theirs, boolean confirmed, Standing standing) {
        if (isSilent(theirs)) {
            return mine;
        }
        if (isSilent(mine)) {
            return theirs;
        }
        if (!confirmed && replaces(mine.claim(), theirs.claim(), standing)) {
            List<Claim> also = standing == Standing.OWN_RECORD ? new ArrayList<>(theirs.also()) : new ArrayList<>(mine.also());
            theirs.also().forEach(claim -> addOnce(also, claim));
            mine.also().stream().filter(claim -> !claim.equals(theirs.claim())).forEach(claim -> addOnce(also, claim));
            also.removeIf(claim -> standing != Standing.OWN_RECORD && claim.equals(theirs.claim()));
            if (standing == Standing.BUNDLE) {
                addOnce(also, mine.claim()); // an unknown with a note or a source is more than silence
            }
            return new Fact(mine.id(), theirs.claim(), also, standing == Standing.OWN_RECORD ? theirs.chosenBecause() : mine.chosenBecause());
        }
        List<Claim> also = new ArrayList<>(mine.also());
        if (theirs.state() != State.UNKNOWN && !agree(mine.claim(), theirs.claim())) {
            if (standing == Standing.BUNDLE) {
                addOnce(also, theirs.claim());
            } else {
                addNewest(also, theirs.claim());
            }
        }
        theirs.also().stream().filter(claim -> !claim.equals(mine.claim())).forEach(claim -> addOnce(also, claim));
        return new Fact(mine.id(), mine.claim(), also, mine.chosenBecause());
    }

    /** Whether what nobody confirmed gives way. */
    private static boolean replaces(Claim mine, Claim theirs, Standing standing) {
        if (theirs.state() == State.UNKNOWN) {
            return mine.state() == State.UNKNOWN && standing == Standing.OWN_RECORD;
        }
        if (standing == Standing.OWN_RECORD || mine.state() == State.UNKNOWN) {
            return true;
        }
        return standing != Standing.BUNDLE && !agree(mine, theirs) && isSameSource(mine, theirs) && !isOlder(theirs, mine);
    }

    /** Claims that name no source are not of one source. */
    private static boolean isSameSource(Claim one, Claim other) {
        return one.sourceUrl() != null && one.sourceUrl().equals(other.sourceUrl());
    }

    private static boolean isOlder(Claim one, Claim other) {
        return one.asOf() != null && other.asOf() != null && one.asOf().latest().isBefore(other.asOf().earliest());
    }

    /** Whether both say the same; who states a figure, and how it was found, makes no other figure of it. */
    private static boolean agree(Claim one, Claim other) {
        if (one.value() instanceof FactValue.Amount mine && other.value() instanceof FactValue.Amount theirs) {
            return Objects.equals(mine.value(), theirs.value()) && Objects.equals(mine.min(), theirs.min()) && Objects.equals(mine.max(), theirs.max())
                    && Objects.equals(mine.unit(), theirs.unit());
        }
        if (one.value() instanceof FactValue.Items mine && other.value() instanceof FactValue.Items theirs) {
            return Set.copyOf(mine.values()).equals(Set.copyOf(theirs.values()));
        }
        return one.state() == other.state() && Objects.equals(one.value(), other.value());
    }

    /** An export leaves notes out; who says the same without its note says nothing new. */
    private static void addOnce(List<Claim> also, Claim claim) {
        if (also.stream().noneMatch(one -> one.equals(claim) || one.withoutRemarks().equals(claim))) {
            also.add(claim);
        }
    }

    /** Of what one source said at two times the later stays. */
    private static void addNewest(List<Claim> also, Claim claim) {
        if (also.contains(claim)) {
            return;
        }
        for (int i = 0; i < also.size(); i++) {
            Claim other = also.get(i);
            if (Objects.equals(other.sourceUrl(), claim.sourceUrl())) { // further sources without an address stand in one place, so that imports do not pile up
                if (!isOlder(claim, other)) {
                    also.set(i, claim);
                }
                return;
            }
        }
        also.add(claim);
    }

    private static boolean isSilent(Fact fact) {
        return fact.equals(Fact.unknown(fact.id()));
    }

    /** Chooses among names and references, of which there can be only one. */
    private record Choice(Set<String> confirmed, Standing standing, List<AttributeEffect> effects) {

        <T> @Nullable T of(String name, @Nullable T before, @Nullable T imported, BiFunction<String, T, String> words) {
            if (imported == null || imported.equals(before)) {
                return before;
            }
            Manner manner = manner(name, before == null);
            effects.add(new AttributeEffect(manner, name, before == null ? null : words.apply(name, before), words.apply(name, imported)));
            return manner == Manner.ADDED || manner == Manner.REPLACED ? imported : before;
        }

        List<Subject.Part> listOf(String name, List<Subject.Part> before, List<Subject.Part> imported) {
            List<Subject.Part> chosen = of(name, before.isEmpty() ? null : before, imported.isEmpty() ? null : imported,
                    (key, parts) -> String.join(", ", parts.stream().map(RecordDiff::licence).toList()));
            return chosen == null ? List.of() : chosen;
        }

        private Manner manner(String name, boolean missing) {
            if (confirmed.contains(name)) {
                return Manner.KEPT_CONFIRMED;
            }
            if (missing) {
                return Manner.ADDED;
            }
            return standing == Standing.OWN_RECORD ? Manner.REPLACED : Manner.KEPT_OTHER_SOURCE;
        }

        private static String words(String name, String text) {
            return text;
        }
    }
}

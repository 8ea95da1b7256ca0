package eu.vitrine.registry;

import eu.vitrine.evidence.Evidence;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Section;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Facts of a record as its page shows them: by section of the vocabulary, what nobody has looked for apart. */
@Component
public class FactSections {

    private final Vocabulary vocabulary;
    private final RecordRepository records;
    private final Evidence evidence;
    private final ObjectProvider<FactPlaces> places;

    FactSections(Vocabulary vocabulary, RecordRepository records, Evidence evidence, ObjectProvider<FactPlaces> places) {
        this.vocabulary = vocabulary;
        this.places = places;
        this.records = records;
        this.evidence = evidence;
    }

    private Saying saying() {
        return new Saying(this::pathOf, this::archived);
    }

    /** Archived bytes by their title; by the beginning of their hash for people who may not read evidence, or where they are not in this archive. */
    private FactSection.Piece archived(String sha256) {
        return evidence.find(sha256).map(item -> new FactSection.Piece(item.title(), item.path()))
                .orElseGet(() -> new FactSection.Piece(sha256.substring(0, 12) + "…", null));
    }

    /** Every section of a kind, in order, also those in which nothing is recorded. */
    public List<FactSection> of(Kind kind, Facts facts) {
        var saying = saying();
        return vocabulary.sections(kind).stream().map(section -> section(section, facts, saying)).toList();
    }

    /** Where the imported facts of a record stood, for the fragment as {@code came}. */
    public Map<String, List<FactPlaces.Came>> came(Kind kind, String slug) {
        FactPlaces known = places.getIfAvailable();
        return known == null ? Map.of() : known.of(kind, slug);
    }

    /** The words of one fact, as its line would show them. */
    public String words(Facts facts, String id) {
        return saying().of(vocabulary.get(id), facts.get(id).claim()).words();
    }

    /** One claim about a fact in words, as its line would show it. */
    public FactSection.Said said(FactDeclaration declared, Claim claim) {
        return saying().of(declared, claim);
    }

    private FactSection section(Section section, Facts facts, Saying saying) {
        var lines = new ArrayList<FactSection.Line>();
        var notLookedFor = new ArrayList<String>();
        var notJudged = new ArrayList<String>();
        for (FactDeclaration declared : section.facts()) {
            Fact fact = facts.get(declared.id());
            if (!isSilent(fact)) {
                lines.add(line(declared, fact, saying));
            } else if (!declared.retired() && !belongsElsewhere(declared)) {
                (declared.judgement() ? notJudged : notLookedFor).add(declared.label());
            }
        }
        return new FactSection(section.id(), section.label(), section.intro(), lines, notLookedFor, notJudged);
    }

    /** What a licence covers is a fact of each model. */
    private static boolean belongsElsewhere(FactDeclaration declared) {
        return declared.id().equals(Content.ARTEFACTS);
    }

    private static boolean isSilent(Fact fact) {
        Claim claim = fact.claim();
        return claim.state() == State.UNKNOWN && claim.note() == null && claim.sourceUrl() == null && fact.also().isEmpty();
    }

    private static FactSection.Line line(FactDeclaration declared, Fact fact, Saying saying) {
        return new FactSection.Line(declared.id(), declared.label(), declared.means(), saying.of(declared, fact.claim()),
                fact.also().stream().map(claim -> saying.of(declared, claim)).toList(), fact.inConflict(), declared.judgement(), fact.chosenBecause());
    }

    private Optional<String> pathOf(Kind kind, String slug) {
        return records.existsByKindAndSlug(kind, slug) ? Optional.of(RecordPaths.of(kind, slug)) : Optional.empty();
    }
}

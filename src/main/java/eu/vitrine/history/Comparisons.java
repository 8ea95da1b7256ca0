package eu.vitrine.history;

import eu.vitrine.assessment.Effect;
import eu.vitrine.assessment.Effects;
import eu.vitrine.exchange.RecordDiff;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.registry.Edition;
import eu.vitrine.registry.FactSection;
import eu.vitrine.registry.FactSections;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays two revisions of a record side by side, and says who changed what between them. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
class Comparisons {

    /** Between two revisions further apart nobody is named for a single change; the list of revisions names them all. */
    private static final int MOST_BETWEEN = 100;

    private final Records records;
    private final Effects effects;
    private final Vocabulary vocabulary;
    private final FactComparison comparison;

    Comparisons(Records records, Effects effects, Vocabulary vocabulary, FactSections sections) {
        this.records = records;
        this.effects = effects;
        this.vocabulary = vocabulary;
        this.comparison = new FactComparison((declared, claim) -> sections.said(declared, claim).pieces().stream().map(FactSection.Piece::text).toList());
    }

    /**
     * What the second revision says otherwise than the first, which may be the later one.
     *
     * @throws eu.vitrine.registry.NoSuchRecord if there is no such record, or no such revision of it
     */
    RecordComparison of(Kind kind, String slug, int first, int second) {
        Edition before = records.revision(kind, slug, first);
        Edition after = records.revision(kind, slug, second);
        return new Sides(kind, before, after, effects.between(kind, before.file(), after.file())).comparison();
    }

    /** The facts that differ, without what that does to answers. */
    List<FactChange> facts(Kind kind, String slug, int first, int second) {
        return new Sides(kind, records.revision(kind, slug, first), records.revision(kind, slug, second), new Effect(List.of(), 0, 0, java.util.Set.of())).facts();
    }

    private final class Sides {

        private final Kind kind;
        private final Edition before;
        private final Edition after;
        private final Effect effect;
        private final RecordDiff diff;
        private final Map<String, Revision> changedBy;

        Sides(Kind kind, Edition before, Edition after, Effect effect) {
            this.kind = kind;
            this.before = before;
            this.after = after;
            this.effect = effect;
            this.diff = RecordDiff.between(kind, before.file(), after.file());
            this.changedBy = changedBy();
        }

        RecordComparison comparison() {
            List<FactChange> attributes = new ArrayList<>();
            AttributeComparison.of(kind, before.file(), after.file()).forEach((name, part) -> attributes.add(
                    new FactChange(name, null, List.of(part), changedBy.get(name), effect.decisive().contains(name))));
            return new RecordComparison(before, after, attributes, facts(), effect);
        }

        List<FactChange> facts() {
            return diff.facts().stream().sorted(Comparator.comparingInt(changed -> vocabulary.get(changed.id()).index())).map(this::fact).toList();
        }

        private FactChange fact(RecordDiff.Changed changed) {
            FactDeclaration declared = vocabulary.get(changed.id());
            return new FactChange(changed.id(), declared.label(), comparison.of(declared, changed.before(), changed.after()),
                    changedBy.get(changed.id()), effect.decisive().contains(changed.id()));
        }

        /** By fact and attribute the revision that changed it last; empty where too many lie between. */
        private Map<String, Revision> changedBy() {
            int from = Math.min(before.pin().number(), after.pin().number());
            int to = Math.max(before.pin().number(), after.pin().number());
            Map<String, Revision> found = new HashMap<>();
            if (to - from > MOST_BETWEEN) {
                return found;
            }
            Edition later = before.pin().number() == to ? before : after;
            for (int number = to - 1; number >= from; number--) {
                Edition earlier = records.revision(kind, later.pin().slug(), number);
                Revision revision = later.revision();
                RecordDiff.facts(earlier.facts(), later.facts()).forEach(changed -> found.putIfAbsent(changed.id(), revision));
                AttributeComparison.of(kind, earlier.file(), later.file()).keySet().forEach(name -> found.putIfAbsent(name, revision));
                later = earlier;
            }
            return found;
        }
    }
}

package eu.vitrine.intake;

import eu.vitrine.exchange.RecordMerge;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.registry.ImportPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what would become of a record in words. */
@Component
class Wording {

    private static final int WORDS = 300;

    private final Vocabulary vocabulary;

    Wording(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<Entry.Change> changes(ImportPlan.Proposal proposal, Places places) {
        List<Entry.Change> changes = new ArrayList<>();
        proposal.attributes().forEach(effect -> changes.add(new Entry.Change(effect.manner(), effect.name(), effect.name(), effect.before(),
                cut(String.valueOf(effect.imported())), null)));
        proposal.facts().forEach(effect -> changes.add(change(effect, proposal.slug(), places)));
        return changes;
    }

    private Entry.Change change(RecordMerge.FactEffect effect, String slug, Places places) {
        String id = effect.after().id();
        FactDeclaration declared = vocabulary.get(id);
        boolean further = effect.before().claim().equals(effect.after().claim());
        return new Entry.Change(effect.manner(), id, declared.label(), effect.manner() == RecordMerge.Manner.ADDED ? null : words(declared, effect.before().claim()),
                further ? further(declared, effect) : said(declared, effect), places.of(slug, id));
    }

    private static String said(FactDeclaration declared, RecordMerge.FactEffect effect) {
        String words = words(declared, effect.after().claim());
        boolean same = effect.manner() == RecordMerge.Manner.REPLACED && words.equals(words(declared, effect.before().claim()));
        return same ? words + source(effect.after().claim()) : words;
    }

    private static String further(FactDeclaration declared, RecordMerge.FactEffect effect) {
        Fact before = effect.before();
        return effect.after().also().stream().filter(claim -> !before.also().contains(claim)).findFirst()
                .map(claim -> words(declared, claim) + source(claim)).orElseGet(() -> words(declared, effect.after().claim()));
    }

    private static String source(Claim claim) {
        return claim.sourceUrl() == null ? "" : cut(" (" + claim.sourceUrl() + (claim.asOf() == null ? "" : ", " + FactWords.day(claim.asOf())) + ")");
    }

    private static String words(FactDeclaration declared, Claim claim) {
        String words = FactWords.of(declared, claim);
        @Nullable String note = claim.note();
        return cut(claim.state() == State.UNKNOWN && note != null ? words + ": " + note : words);
    }

    private static String cut(String text) {
        return ImportStore.cut(text, WORDS);
    }
}

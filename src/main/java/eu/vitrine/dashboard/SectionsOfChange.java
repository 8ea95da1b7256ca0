package eu.vitrine.dashboard;

import eu.vitrine.exchange.RecordDiff;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Section;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sorts what differs between two revisions of a record into the sections of the vocabulary, so that changed terms are told from a changed summary. */
@Component
class SectionsOfChange {

    private final Vocabulary vocabulary;
    private final MessageSource messages;

    SectionsOfChange(Vocabulary vocabulary, MessageSource messages) {
        this.vocabulary = vocabulary;
        this.messages = messages;
    }

    /**
     * The sections of which something changed, in the order of the vocabulary, with their facts in its order. Name, version and
     * references stand first in the first section of the kind, which is about what the record is; facts that the vocabulary no
     * longer has stand last.
     */
    List<WeekOfChanges.ChangedSection> between(Kind kind, RecordFile before, RecordFile after) {
        RecordDiff diff = RecordDiff.between(kind, before, after);
        Set<String> changed = new LinkedHashSet<>();
        diff.facts().forEach(fact -> changed.add(fact.id()));
        List<WeekOfChanges.ChangedFact> identity = diff.attributes().stream()
                .map(one -> new WeekOfChanges.ChangedFact(one.name(), say("forms.attribute." + one.name()))).toList();
        List<WeekOfChanges.ChangedSection> sections = new ArrayList<>();
        List<Section> all = vocabulary.sections(kind);
        for (Section section : all) {
            List<WeekOfChanges.ChangedFact> facts = new ArrayList<>(section.equals(all.getFirst()) ? identity : List.of());
            section.facts().stream().filter(fact -> changed.remove(fact.id())).forEach(fact -> facts.add(new WeekOfChanges.ChangedFact(fact.id(), fact.label())));
            if (!facts.isEmpty()) {
                sections.add(new WeekOfChanges.ChangedSection(section.id(), section.label(), facts));
            }
        }
        if (!changed.isEmpty()) {
            sections.add(new WeekOfChanges.ChangedSection(null, say("changes.section.none"), changed.stream().map(id -> new WeekOfChanges.ChangedFact(id, id)).toList()));
        }
        return List.copyOf(sections);
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

package eu.vitrine.forms;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.Edition;
import eu.vitrine.registry.FactSection;
import eu.vitrine.registry.FactSections;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts the questions of a page together with what the record and the draft say. */
@Component
class SectionView {

    private final Records records;
    private final FactSections sections;
    private final KnownRecords known;
    private final Edits edits;

    SectionView(Records records, FactSections sections, KnownRecords known, Edits edits) {
        this.records = records;
        this.sections = sections;
        this.known = known;
        this.edits = edits;
    }

    /**
     * What a page asks.
     *
     * @param questions the questions that make sense, or may
     * @param judgements what is judged elsewhere
     * @param notAsked labels of the questions that other answers make pointless
     */
    record Asked(List<Question> questions, List<Question> judgements, List<String> notAsked) {}

    /**
     * @param shown the revision whose values the fields begin with
     * @param typed what the person has typed, in place of these values
     * @param believed the facts by which questions make sense or not
     */
    Asked of(FormPage page, Edition shown, Input typed, Facts believed) {
        Map<String, FactSection.Line> lines = lines(page.kind(), shown.facts());
        Map<String, Revision> provenance = records.provenance(page.kind(), shown.pin().slug());
        var suggestions = new LinkedHashMap<Kind, List<RecordName>>();
        List<Question> questions = page.asked().stream().filter(fact -> edits.asks(fact, believed))
                .map(fact -> question(fact, shown, typed, lines, provenance, suggestions)).toList();
        List<Question> judgements = page.facts().stream().filter(FactDeclaration::judgement)
                .map(fact -> question(fact, shown, typed, lines, provenance, suggestions)).toList();
        List<String> notAsked = page.asked().stream().filter(fact -> !edits.asks(fact, believed)).map(FactDeclaration::label).toList();
        return new Asked(questions, judgements, notAsked);
    }

    /** What a record says, fact by fact, in words. */
    Map<String, FactSection.Line> lines(Kind kind, Facts facts) {
        var lines = new LinkedHashMap<String, FactSection.Line>();
        sections.of(kind, facts).forEach(section -> section.lines().forEach(line -> lines.put(line.id(), line)));
        return lines;
    }

    private Question question(FactDeclaration fact, Edition shown, Input typed, Map<String, FactSection.Line> lines, Map<String, Revision> provenance,
            Map<Kind, List<RecordName>> suggestions) {
        Kind refersTo = Question.refersTo(fact);
        List<RecordName> records = refersTo == null ? List.of() : suggestions.computeIfAbsent(refersTo, known::suggestions);
        Input fields = typed.has(fact.id() + Input.SHOWN) ? typed : ClaimFields.of(fact, shown.facts().get(fact.id()).claim(), fact.id());
        return new Question(fact, fact.id(), fields, lines.get(fact.id()), provenance.get(fact.id()), records);
    }
}

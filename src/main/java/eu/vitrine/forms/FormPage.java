package eu.vitrine.forms;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import java.util.List;

/**
 * One page of a form: a section of the vocabulary, or a part of a long one.
 *
 * @param id id of the section, for later parts with their number behind it
 * @param label heading
 * @param facts in the order a person would ask; empty on the page about the name of a record
 * @param part from 1
 * @param parts on how many pages the section is asked
 */
record FormPage(String id, Kind kind, String label, String intro, List<FactDeclaration> facts, int part, int parts) {

    /** The page about the name of a record and what it refers to. */
    static final String NAME = "name";

    FormPage {
        facts = List.copyOf(facts);
    }

    /** The pages, beside the sections, that gather the questions an assessment needs first. */
    static final String FIRST = "first";

    /** Whether its questions come from several sections, where their drafts lie as well. */
    public boolean isFirst() {
        return id.equals(FIRST) || id.startsWith(FIRST + "-");
    }

    public boolean isName() {
        return id.equals(NAME);
    }

    /** The facts a person answers here; judgements are made elsewhere. */
    List<FactDeclaration> asked() {
        return facts.stream().filter(fact -> !fact.judgement()).toList();
    }

    /** The heading in the middle of a sentence. */
    public String inSentence() {
        return label.length() > 1 && Character.isLowerCase(label.charAt(1)) && !label.startsWith("Code of") ? Character.toLowerCase(label.charAt(0)) + label.substring(1) : label;
    }
}

package eu.vitrine.forms;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;

/**
 * A fact that the person's drafts say otherwise than the record did when the person began.
 *
 * @param before what the record said then
 * @param mine what the person says
 * @param now what the record says by now
 */
record Change(FactDeclaration declared, FormPage page, Fact before, Fact mine, Fact now) {

    String id() {
        return declared.id();
    }

    /** Whether somebody else has meanwhile said something else about the same. */
    boolean inConflict() {
        return !before.claim().equals(now.claim()) && !mine.claim().equals(now.claim());
    }

    /** Both together, part by part: the claim is the person's, and what others added about further sources stays. */
    Fact merged() {
        return new Fact(id(), mine.claim(), now.also(), now.chosenBecause());
    }
}

package eu.vitrine.exchange;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Problem;
import java.util.List;

/** Reads single facts by the rules of files, for whoever gets them in another way; so that forms and files accept the same. */
public final class StatedFact {

    private StatedFact() {}

    /**
     * The fact stated by a node, in the form a file has it in under the key of the fact.
     *
     * @param problems gets what is wrong, each at its node; what is wrong reads as unknown
     */
    public static Fact read(FactDeclaration declared, Located node, List<Problem> problems) {
        Characters.check(node, problems);
        return new FactReader(problems).fact(declared, node);
    }
}

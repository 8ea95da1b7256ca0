package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.util.List;

/** Records that a proposed set is tried against. Each kind that is assessed contributes its own as a bean; they are taken in the order of the beans. */
public interface TrialSubjects {

    /**
     * One record.
     *
     * @param slug short name, unique within the kind
     * @param name name for people
     */
    record Name(Kind kind, String slug, String name) {}

    /** All there are now. */
    List<Name> names();

    /**
     * What an evaluation of one reads now.
     *
     * @throws eu.vitrine.registry.NoSuchRecord if there is none
     */
    Subject subject(Name name);
}

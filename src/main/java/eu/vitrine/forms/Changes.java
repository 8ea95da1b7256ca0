package eu.vitrine.forms;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.Facts;
import eu.vitrine.registry.Edition;
import eu.vitrine.web.FormErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the drafts of a person would change in a record as it is now.
 *
 * @param head the record as it is now
 * @param drafts what was read
 * @param facts facts said otherwise, in the order of the form
 * @param name what the record is called and refers to, where the person says otherwise
 * @param wrong what is wrong, by the page it stands on
 */
record Changes(Edition head, List<Draft> drafts, List<Change> facts, @Nullable NameChange name, Map<FormPage, FormErrors> wrong) {

    /** Before the names of the attributes of {@link Identity}, where they stand beside ids of facts. */
    static final String ATTRIBUTE = "@";

    Changes {
        drafts = List.copyOf(drafts);
        facts = List.copyOf(facts);
    }

    /**
     * @param before what the record said when the person began
     * @param typed what the person says
     * @param now what the record says by now
     */
    record NameChange(Identity before, IdentityForm.Typed typed, Identity now) {

        Identity mine() {
            return typed.identity();
        }

        /** The attributes that the person changed. */
        List<String> changed() {
            return mine().differences(before);
        }

        /** Those of them that somebody else has meanwhile changed in another way. */
        List<String> inConflict() {
            List<String> theirs = now.differences(before);
            List<String> differ = mine().differences(now);
            return changed().stream().filter(attribute -> theirs.contains(attribute) && differ.contains(attribute)).toList();
        }
    }

    public boolean isEmpty() {
        return facts.isEmpty() && (name == null || name.changed().isEmpty());
    }

    /** Whether the record moved on since any of the drafts was begun. */
    boolean movedOn() {
        return drafts.stream().anyMatch(draft -> draft.restsOn() != head.pin().number());
    }

    /** What two people have changed in different ways: ids of facts, and attributes behind {@link #ATTRIBUTE}. */
    List<String> conflicts() {
        var conflicts = new ArrayList<String>();
        if (name != null) {
            name.inConflict().forEach(attribute -> conflicts.add(ATTRIBUTE + attribute));
        }
        facts.stream().filter(Change::inConflict).forEach(change -> conflicts.add(change.id()));
        return conflicts;
    }

    /**
     * The facts of the record with the changes.
     *
     * @param theirs of what is in conflict, that for which the record's own answer stands
     */
    Facts merged(Set<String> theirs) {
        List<Fact> own = facts.stream().filter(change -> !theirs.contains(change.id())).map(Change::merged).toList();
        return head.facts().and(Facts.of(own));
    }

    /** The name and references of the record with the changes. */
    Identity identity(Set<String> theirs) {
        Identity now = Identity.of(head.file());
        return name == null ? now : now.with(name.changed().stream().filter(attribute -> !theirs.contains(ATTRIBUTE + attribute)).toList(), name.mine());
    }
}

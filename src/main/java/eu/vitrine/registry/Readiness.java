package eu.vitrine.registry;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How far a model is from being ready for assessment: every question that the vocabulary marks as {@code first} has an answer in the
 * model, in its provider and in the licences of its weights, where these make sense. "I do not know" is an answer; that nobody has
 * been asked is none. An assessment can be made at any time; before, it says little more than that it cannot tell.
 *
 * @param parts the model first, then its provider and licences, as far as they are known
 * @param provider whether the model names its provider
 * @param licence whether the model names a licence of its weights, or keeps them closed and needs none
 */
public record Readiness(List<Part> parts, boolean provider, boolean licence) {

    public Readiness {
        parts = List.copyOf(parts);
    }

    /**
     * The first questions about one record.
     *
     * @param open those of them without an answer
     * @param asked how many make sense
     */
    public record Part(RecordName record, List<FactDeclaration> open, int asked) {

        public Part {
            open = List.copyOf(open);
        }

        /** How many have an answer. */
        public int answered() {
            return asked - open.size();
        }

        /** Where they are asked. */
        public String questions() {
            return record.path() + "/edit/first";
        }
    }

    /** Whether nothing is missing. */
    public boolean ready() {
        return provider && licence && parts.stream().allMatch(part -> part.open().isEmpty());
    }

    /** The questions about the model itself. */
    public Part model() {
        return parts.getFirst();
    }

    /** The pages of the records, the first of each kind. */
    public Map<Kind, String> pathsByKind() {
        var paths = new EnumMap<Kind, String>(Kind.class);
        parts.forEach(part -> paths.putIfAbsent(part.record().kind(), part.record().path()));
        return paths;
    }

    /** The records in whose questions something is open, the model first. */
    public List<Part> unfinished() {
        return parts.stream().filter(part -> !part.open().isEmpty()).toList();
    }
}

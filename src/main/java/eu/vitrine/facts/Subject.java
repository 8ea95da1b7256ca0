package eu.vitrine.facts;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one assessment reads: the facts of a model with its provider, the licence of its weights, its services,
 * our use and organisation, and the record that its large pre-training run began with.
 *
 * @param slug short name of the model
 * @param name name for people
 * @param version version as the file or record names it
 * @param stated the kinds about which something is stated
 * @param facts facts of all kinds; those of licences are of the licence that covers the weights, those of services only
 *     where there is exactly one service
 * @param licences every licence with its own facts
 * @param services every service with its own facts
 * @param lifecycle facts of the record named by {@code model.lifecycle_of}, or null when there is none or it is not at hand
 */
public record Subject(
        String slug,
        String name,
        @Nullable String version,
        Set<Kind> stated,
        Facts facts,
        List<Part> licences,
        List<Part> services,
        @Nullable Facts lifecycle) {

    /** A licence or service among those of a model. */
    public record Part(Kind kind, String slug, Facts facts) {}

    public Subject {
        // in the order of the kinds, so that nothing derived from it differs between two runs
        stated = stated.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(stated));
        licences = List.copyOf(licences);
        services = List.copyOf(services);
    }

    /** The same, but for one fact. */
    public Subject with(Fact changed) {
        return new Subject(slug, name, version, stated, facts.and(Facts.of(List.of(changed))), licences, services, lifecycle);
    }

    /** The same, with the record that the lifecycle began with. */
    public Subject withLifecycle(@Nullable Facts root) {
        return new Subject(slug, name, version, stated, facts, licences, services, root);
    }
}

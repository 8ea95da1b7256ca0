package eu.vitrine.censorship;

import eu.vitrine.audit.Actor;
import eu.vitrine.facts.Review.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding with its head version.
 *
 * @param model slug of the model
 * @param status how far it may be relied on
 * @param version number of the head version, from 1
 * @param said what it says
 * @param successor the finding that says it better, or null
 * @param versions all versions, newest first
 */
public record BehaviourFinding(UUID id, String model, Status status, int version, Statement said, @Nullable UUID successor, List<Version> versions) {

    /**
     * One act on a finding.
     *
     * @param sha256 SHA-256 of what it said then
     * @param status its status from then on
     * @param reason why, in the person's words, or null
     */
    public record Version(int number, Status status, String sha256, Instant at, Actor by, @Nullable String reason) {}

    public BehaviourFinding {
        versions = List.copyOf(versions);
    }

    /** Those who wrote what it says now: everybody since it was last reviewed. */
    List<String> writers() {
        return versions.stream().takeWhile(one -> one.status() != Status.REVIEWED).filter(one -> one.status() == Status.DRAFT)
                .map(one -> one.by().id()).distinct().toList();
    }

    /** A strong entity tag of the head version. */
    public String etag() {
        return "\"" + version + "-" + versions.getFirst().sha256().substring(0, 16) + "\"";
    }
}

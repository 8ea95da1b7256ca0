package eu.vitrine.proof;

import java.util.ArrayList;
import java.util.List;

/** The keys a log names, and which of them are trusted: those that were so from outside, and those that a trusted key has named as the next. */
final class KeyRing {

    private final List<VerifierKey> known = new ArrayList<>();
    private final List<VerifierKey> trusted = new ArrayList<>();

    KeyRing(List<VerifierKey> trustedFromOutside) {
        known.addAll(trustedFromOutside);
        trusted.addAll(trustedFromOutside);
    }

    /** Takes the keys of a log in the order in which they followed each other. */
    void add(LogKey key) {
        if (!known.contains(key.verifier())) {
            known.add(key.verifier());
        }
        if (!trusted.contains(key.verifier()) && handedOver(key)) {
            trusted.add(key.verifier());
        }
    }

    private boolean handedOver(LogKey key) {
        SignedNote note = key.handOver();
        return note != null && trusted.stream()
                .anyMatch(before -> note.text().equals(HandOver.text(before.name(), key.verifier())) && before.verifies(note));
    }

    boolean trusts(SignedNote note) {
        return trusted.stream().anyMatch(key -> key.verifies(note));
    }

    boolean knows(SignedNote note) {
        return known.stream().anyMatch(key -> key.verifies(note));
    }
}

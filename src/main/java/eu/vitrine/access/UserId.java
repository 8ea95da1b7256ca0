package eu.vitrine.access;

import java.util.UUID;

/** Identity of a user; never changes and is never given to another person. */
public record UserId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

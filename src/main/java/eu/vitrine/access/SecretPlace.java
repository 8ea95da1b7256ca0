package eu.vitrine.access;

import java.nio.charset.StandardCharsets;

/**
 * Where a sealed secret stands. It is sealed together with the secret, so that nobody who can write to the database can put the
 * secret of one row into another.
 *
 * @param row the row's key, as text
 */
public record SecretPlace(String table, String row, String column) {

    public SecretPlace {
        if ((table + row + column).indexOf('|') >= 0) {
            throw new IllegalArgumentException("A place of a secret has no bar in its parts");
        }
    }

    byte[] bytes() {
        return (table + "|" + row + "|" + column).getBytes(StandardCharsets.UTF_8);
    }
}

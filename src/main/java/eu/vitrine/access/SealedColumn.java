package eu.vitrine.access;

import java.util.regex.Pattern;

/**
 * A column that holds sealed secrets. Whoever keeps secrets declares theirs as a bean; a change of the master key seals all of
 * them anew.
 *
 * @param table name of the table
 * @param key its key column, whose text is the row of {@link SecretPlace}
 * @param column the column, null or a text of {@link Secrets#seal}
 */
public record SealedColumn(String table, String key, String column) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    public SealedColumn {
        if (!NAME.matcher(table).matches() || !NAME.matcher(key).matches() || !NAME.matcher(column).matches()) {
            throw new IllegalArgumentException("Not a table, key and column");
        }
    }

    /** Where the secret of a row stands. */
    public SecretPlace of(Object row) {
        return new SecretPlace(table, row.toString(), column);
    }
}

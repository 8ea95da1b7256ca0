package eu.vitrine.web;

/**
 * One entry of the main navigation, contributed by a module as a bean with {@code @Order} (hundreds; lower comes first).
 * It is shown to whoever may open its path.
 *
 * @param labelKey message key of the label
 * @param path the page it leads to, beginning with a slash; pages below it count as the same place
 * @param daily whether people go there every day; the others stand in a quieter row below
 */
public record NavEntry(String labelKey, String path, boolean daily) {

    /** An entry of the quieter row. */
    public NavEntry(String labelKey, String path) {
        this(labelKey, path, false);
    }

    boolean isAt(String current) {
        return current.equals(path) || current.startsWith(path + "/");
    }
}

package eu.vitrine.web;

/**
 * One entry of the main navigation, contributed by a module as a bean with {@code @Order} (hundreds; lower comes first).
 * It is shown to whoever may open its path.
 *
 * @param labelKey message key of the label
 * @param path the page it leads to, beginning with a slash; pages below it count as the same place
 */
public record NavEntry(String labelKey, String path) {

    boolean isAt(String current) {
        return current.equals(path) || current.startsWith(path + "/");
    }
}

package eu.vitrine.dossier;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the cover and the lines in it, some of which lead to a page. */
final class CoverLine {

    private CoverLine() {}

    static Fields row(String label, List<Fields> lines) {
        return new Fields().with("label", label).with("lines", lines);
    }

    static Fields row(String label, Fields... lines) {
        return row(label, Arrays.asList(lines));
    }

    static Fields of(String text) {
        return to(text, null);
    }

    static List<Fields> all(List<String> texts) {
        return texts.stream().map(CoverLine::of).toList();
    }

    /** @param anchor where to read on, or null */
    static Fields to(String text, @Nullable String anchor) {
        return new Fields().with("text", text).with("target", anchor);
    }
}

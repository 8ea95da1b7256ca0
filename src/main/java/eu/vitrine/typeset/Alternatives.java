package eu.vitrine.typeset;

import org.jspecify.annotations.Nullable;

/** What a drawing says to those who do not see it. */
final class Alternatives {

    private Alternatives() {}

    /**
     * The alternative text, or null for decoration.
     *
     * @throws MarkupNotUnderstood if the drawing neither has an aria-label nor is hidden
     */
    static @Nullable String of(Markup.Element svg) {
        String label = svg.attribute("aria-label");
        boolean hidden = "true".equals(svg.attribute("aria-hidden"));
        if (hidden == (label != null && !label.isBlank())) {
            throw svg.refused("needs either an aria-label that says what it shows, or aria-hidden=\"true\"");
        }
        return hidden || label == null ? null : VisibleText.of(label.strip());
    }
}

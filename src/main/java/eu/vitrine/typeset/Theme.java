package eu.vitrine.typeset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How documents look: a parsed style sheet of the subset in {@code docs/dossier-css.md}. Immutable. */
public final class Theme {

    private static final String DEFAULT = "default.css";

    private final String css;
    private final List<Rule> rules;
    private final PageStyle page;

    /** One selector with its declarations and its place in the file. */
    record Rule(Selector selector, List<Declaration> declarations, int order) {}

    Theme(String css, List<Rule> rules, PageStyle page) {
        this.css = css;
        this.rules = rules.stream()
                .sorted(Comparator.comparingInt((Rule rule) -> rule.selector().weight()).thenComparingInt(Rule::order))
                .toList();
        this.page = page;
    }

    /**
     * Reads a style sheet.
     *
     * @param fileName named in errors
     * @throws ThemeNotUnderstood with file, line and reason for whatever is not of the subset
     */
    public static Theme parse(String css, String fileName) {
        return new CssReader(css, fileName).read();
    }

    /** The calm A4 look that ships with Vitrine. */
    public static Theme standard() {
        try (InputStream in = Theme.class.getResourceAsStream(DEFAULT)) {
            if (in == null) {
                throw new IllegalStateException(DEFAULT + " is missing in this build");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PageStyle page() {
        return page;
    }

    /** The text the theme was read from; part of a document's identity. */
    String css() {
        return css;
    }

    Style styleOf(Cascade.Node node) {
        Cascade.Node parent = node.parent();
        StyleDraft draft = parent == null ? StyleDraft.initial() : StyleDraft.inheriting(parent.style());
        List<Declaration> declarations = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.selector().fits(node)) {
                declarations.addAll(rule.declarations());
            }
        }
        return apply(declarations, draft);
    }

    Style styleOf(PageStyle.MarginBox box, Style body) {
        return apply(box.looks(), StyleDraft.inheriting(body));
    }

    /** Font size first, because other lengths may be counted in it. */
    private static Style apply(List<Declaration> declarations, StyleDraft draft) {
        declarations.stream().filter(Declaration::setsSize).reduce((first, last) -> last).ifPresent(d -> d.change().to(draft));
        declarations.stream().filter(d -> !d.setsSize()).forEach(d -> d.change().to(draft));
        return new Style(draft);
    }
}

package eu.vitrine.typeset;

import eu.vitrine.typeset.PageStyle.MarginBox;
import eu.vitrine.typeset.PageStyle.Spot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one style sheet of the subset and refuses the rest by file, line and reason. */
final class CssReader {

    private static final Map<String, Spot> SPOTS = Map.of(
            "@top-left", Spot.TOP_LEFT,
            "@top-right", Spot.TOP_RIGHT,
            "@bottom-left", Spot.BOTTOM_LEFT,
            "@bottom-right", Spot.BOTTOM_RIGHT);

    private final String css;
    private final String file;
    private int at;
    private int line = 1;

    private final List<Theme.Rule> rules = new ArrayList<>();
    private final Map<Spot, MarginBox> boxes = new EnumMap<>(Spot.class);
    private final Map<Spot, MarginBox> coverBoxes = new EnumMap<>(Spot.class);
    private double @Nullable [] size;
    private double @Nullable [] margin;

    CssReader(String css, String file) {
        this.css = css.replace("\r\n", "\n");
        this.file = file;
    }

    Theme read() {
        skipBlank();
        while (at < css.length()) {
            String head = upTo("{").strip();
            if (head.startsWith("@")) {
                page(head);
            } else {
                rule(head);
            }
            skipBlank();
        }
        if (size == null || margin == null) {
            throw refused("an @page rule with size and margin is missing");
        }
        PageStyle page = new PageStyle(size[0], size[1], margin, boxes, coverBoxes);
        if (page.contentWidth() < 100 || page.contentHeight() < 100) {
            throw refused("the margins leave less than 100pt for the text");
        }
        return new Theme(css, rules, page);
    }

    private void rule(String head) {
        List<Selector> selectors = new ArrayList<>();
        for (String written : head.split(",")) {
            selectors.add(understood(() -> Selector.of(written.strip())));
        }
        List<Declaration> declarations = new ArrayList<>();
        block((property, value) -> declarations.add(understood(() -> Declaration.of(property, value))));
        selectors.forEach(selector -> rules.add(new Theme.Rule(selector, List.copyOf(declarations), rules.size())));
    }

    private void page(String head) {
        if (!head.equals("@page") && !head.equals("@page cover")) {
            throw refused("'" + head + "' is not understood; @page and @page cover are");
        }
        boolean cover = head.endsWith("cover");
        skipBlank();
        while (!peek('}')) {
            if (peek('@')) {
                String name = upTo("{").strip();
                Spot spot = SPOTS.get(name);
                if (spot == null) {
                    throw refused("'" + name + "' is not one of @top-left, @top-right, @bottom-left, @bottom-right");
                }
                (cover ? coverBoxes : boxes).put(spot, marginBox());
            } else {
                declaration((property, value) -> pageProperty(property, value, cover));
            }
            skipBlank();
        }
        at++;
    }

    private void pageProperty(String property, String value, boolean cover) {
        if (cover || !(property.equals("size") || property.equals("margin"))) {
            throw refused("the property '" + property + "' is not understood in " + (cover ? "@page cover" : "@page"));
        }
        if (property.equals("margin")) {
            CssValues.Length[] sides = understood(() -> CssValues.fourSides(value));
            margin = new double[] {sides[0].points(0), sides[1].points(0), sides[2].points(0), sides[3].points(0)};
        } else {
            String[] parts = (value.equals("A4") ? "210mm 297mm" : value).split("\\s+");
            if (parts.length != 2) {
                throw refused("size: '" + value + "' is neither A4 nor width and height");
            }
            size = new double[] {
                understood(() -> CssValues.positive(parts[0])).points(0), understood(() -> CssValues.positive(parts[1])).points(0)
            };
        }
    }

    private MarginBox marginBox() {
        List<Declaration> looks = new ArrayList<>();
        String[] content = {""};
        block((property, value) -> {
            if (!property.equals("content")) {
                looks.add(understood(() -> Declaration.of(property, value)));
            } else if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
                content[0] = value.substring(1, value.length() - 1);
            } else if (!value.equals("none")) {
                throw refused("content: '" + value + "' is neither none nor a text in double quotes");
            }
        });
        return new MarginBox(content[0], List.copyOf(looks));
    }

    private void block(BiConsumer<String, String> use) {
        skipBlank();
        while (!peek('}')) {
            declaration(use);
            skipBlank();
        }
        at++;
    }

    private void declaration(BiConsumer<String, String> use) {
        String text = upTo(";}").strip();
        if (css.charAt(at - 1) == '}') {
            at--;
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw refused("'" + text + "' is not a declaration");
        }
        use.accept(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
    }

    /** Reads to one of the given characters outside quotes and steps over it; comments are left out. */
    private String upTo(String ends) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        while (at < css.length()) {
            if (!quoted && css.startsWith("/*", at)) {
                skipComment();
                continue;
            }
            char c = css.charAt(at++);
            if (c == '"') {
                quoted = !quoted;
            }
            if (!quoted && ends.indexOf(c) >= 0) {
                return text.toString();
            }
            if (!quoted && (c == '{' || c == '}')) {
                throw refused("'" + c + "' is not expected after '" + text.toString().strip() + "'");
            }
            if (c == '\n') {
                line++;
            }
            text.append(c);
        }
        throw refused("the file ends in the middle of '" + text.toString().strip() + "'");
    }

    private void skipBlank() {
        while (at < css.length()) {
            if (css.startsWith("/*", at)) {
                skipComment();
            } else if (Character.isWhitespace(css.charAt(at))) {
                if (css.charAt(at++) == '\n') {
                    line++;
                }
            } else {
                return;
            }
        }
    }

    private void skipComment() {
        int end = css.indexOf("*/", at);
        if (end < 0) {
            throw refused("a comment is not closed");
        }
        line += (int) css.substring(at, end).chars().filter(c -> c == '\n').count();
        at = end + 2;
    }

    private boolean peek(char c) {
        if (at >= css.length()) {
            throw refused("the file ends inside a rule");
        }
        return css.charAt(at) == c;
    }

    private <T> T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private ThemeNotUnderstood refused(String reason) {
        return new ThemeNotUnderstood(file, line, reason);
    }
}

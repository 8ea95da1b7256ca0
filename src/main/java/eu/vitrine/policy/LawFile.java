package eu.vitrine.policy;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.Form;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the dated figures of the law and the version of the set. */
final class LawFile {

    /** The same bounds as for dates in records. */
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final Map<String, LawDatum> data = new LinkedHashMap<>();
    private String version = "";
    private String lawVersion = "";
    private final Set<String> replaced = new HashSet<>();
    private boolean complete = true;

    LawFile(List<Form> files, List<Form> house, List<Problem> problems) {
        for (Form file : house) {
            file.allow(SetShapes.FIGURES.names());
            file.forms("data").forEach(form -> datum(form, LawDatum.HOUSE, problems));
        }
        for (Form file : files) {
            if (file.has("version")) {
                file.allow(SetShapes.VERSION.names());
                version = file.text("version");
                lawVersion = file.text("law_version");
            } else {
                file.allow(SetShapes.FIGURES.names());
                file.forms("data").forEach(form -> datum(form, "", problems));
            }
        }
        if (version.isEmpty()) {
            problems.add(new Problem("law/version.yaml", 0, 0, "the set needs a file that states \"version\" and \"law_version\""));
        }
    }

    private void datum(Form form, String prefix, List<Problem> problems) {
        form.allow(SetShapes.FIGURE.names());
        String name = prefix + form.text("name");
        complete &= form.has("name");
        LawDatum.Type type = null;
        for (LawDatum.Type one : LawDatum.Type.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(form.text("type"))) {
                type = one;
            }
        }
        if (type == null) {
            form.complain("type", "the type must be one of number, count, date, text, list");
            complete = false;
            return;
        }
        List<LawDatum.Version> versions = new ArrayList<>();
        for (Form entry : form.forms("versions")) {
            entry.allow(SetShapes.FIGURE_VERSION.names());
            Object value = value(entry, type);
            if (value != null) {
                LocalDate from = date(entry, "from");
                if (!versions.isEmpty() && !follows(versions.getLast().from(), from)) {
                    entry.complain("from", "each further version of \"" + name + "\" needs a later day under \"from\"");
                }
                versions.add(new LawDatum.Version(from, value, entry.text("source")));
            }
        }
        if (versions.isEmpty()) {
            form.complain("versions", "\"" + name + "\" needs at least one version with a value and a source");
        }
        Map<String, String> labels = form.labels("labels");
        labels.keySet().stream().filter(entry -> versions.stream().noneMatch(one -> one.value() instanceof List<?> list && list.contains(entry)))
                .forEach(entry -> form.complain("labels", "there is a label for \"" + entry + "\", which is no entry of the list"));
        LawDatum datum = new LawDatum(name, type, form.text("label"), labels, List.copyOf(versions));
        LawDatum earlier = data.put(name, datum);
        boolean replaces = Overlay.isOverlaid(form.node().file()) && replaced.add(name);
        if (earlier != null && !replaces) {
            form.complain("name", "the figure \"" + name + "\" is declared twice");
        } else if (earlier != null && earlier.type() != type) {
            form.complain("type", "the figure \"" + name + "\" that this one replaces is a " + Holds.word(earlier.type()));
        }
    }

    private static boolean follows(@Nullable LocalDate before, @Nullable LocalDate from) {
        return from != null && (before == null || from.isAfter(before));
    }

    private static @Nullable LocalDate date(Form form, String key) {
        String text = form.optional(key);
        if (text == null) {
            return null;
        }
        LocalDate day = Day.parse(text).filter(one -> one.earliest().equals(one.latest())).map(Day::earliest).orElse(null);
        if (day == null) {
            form.complain(key, "\"" + text + "\" is not a day of the calendar written as 2026-08-02");
        } else if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            form.complain(key, "the day must lie in the years from " + FIRST_YEAR + " to " + LAST_YEAR + ", and \"" + text + "\" does not");
            return null;
        }
        return day;
    }

    private static @Nullable Object value(Form form, LawDatum.Type type) {
        Located node = form.node().present("value");
        if (node == null) {
            form.complain("value", "the version needs a \"value\"");
            return null;
        }
        return switch (type) {
            case LIST -> list(form);
            case DATE -> date(form, "value");
            case TEXT -> node instanceof Located.Scalar scalar && !scalar.text().isBlank() ? scalar.text() : wrong(form, "a text");
            case NUMBER -> number(form, node, false);
            case COUNT -> number(form, node, true);
        };
    }

    /** A list of the law with nothing in it would make whatever is said about all its entries true. */
    private static @Nullable List<String> list(Form form) {
        List<String> entries = form.texts("value");
        for (int i = 0; i < entries.size(); i++) {
            if (entries.indexOf(entries.get(i)) < i) {
                form.complain("value", entries.get(i), "\"" + entries.get(i) + "\" stands in the list twice");
            }
        }
        return entries.isEmpty() ? wrong(form, "a list with at least one entry") : entries;
    }

    private static @Nullable Double number(Form form, Located node, boolean whole) {
        if (node instanceof Located.Scalar scalar && scalar.value() instanceof BigDecimal number && number.signum() >= 0
                && Double.isFinite(number.doubleValue()) && (!whole || number.stripTrailingZeros().scale() <= 0)) {
            return number.doubleValue();
        }
        return wrong(form, whole ? "a whole number from 0" : "a number from 0");
    }

    private static <T> @Nullable T wrong(Form form, String expected) {
        form.complain("value", "the value must be " + expected);
        return null;
    }

    /** Whether every figure has its name and type, so that conditions can be read. */
    boolean isComplete() {
        return complete;
    }

    Map<String, LawDatum> data() {
        return data;
    }

    String version() {
        return version;
    }

    String lawVersion() {
        return lawVersion;
    }
}

package eu.vitrine.policy;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.Form;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the dated figures of the law and the version of the set. */
final class LawFile {

    private static final Set<String> VERSION_KEYS = Set.of("version", "law_version");
    private static final Set<String> DATUM_KEYS = Set.of("name", "type", "label", "labels", "versions");
    private static final Set<String> ENTRY_KEYS = Set.of("from", "value", "source");

    private final Map<String, LawDatum> data = new LinkedHashMap<>();
    private String version = "";
    private String lawVersion = "";

    LawFile(List<Form> files, List<Form> house, List<Problem> problems) {
        for (Form file : house) {
            file.allow(Set.of("data"));
            file.forms("data").forEach(form -> datum(form, LawDatum.HOUSE, problems));
        }
        for (Form file : files) {
            if (file.has("version")) {
                file.allow(VERSION_KEYS);
                version = file.text("version");
                lawVersion = file.text("law_version");
            } else {
                file.allow(Set.of("data"));
                file.forms("data").forEach(form -> datum(form, "", problems));
            }
        }
        if (version.isEmpty()) {
            problems.add(new Problem("law/version.yaml", 0, 0, "the set needs a file that states \"version\" and \"law_version\""));
        }
    }

    private void datum(Form form, String prefix, List<Problem> problems) {
        form.allow(DATUM_KEYS);
        String name = prefix + form.text("name");
        LawDatum.Type type = null;
        for (LawDatum.Type one : LawDatum.Type.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(form.text("type"))) {
                type = one;
            }
        }
        if (type == null) {
            form.complain("type", "the type must be one of number, count, date, text, list");
            return;
        }
        List<LawDatum.Version> versions = new ArrayList<>();
        for (Form entry : form.forms("versions")) {
            entry.allow(ENTRY_KEYS);
            Object value = value(entry, type);
            if (value != null) {
                versions.add(new LawDatum.Version(date(entry, "from"), value, entry.text("source")));
            }
        }
        if (versions.isEmpty()) {
            form.complain("versions", "\"" + name + "\" needs at least one version with a value and a source");
        }
        LawDatum datum = new LawDatum(name, type, form.text("label"), form.labels("labels"), List.copyOf(versions));
        LawDatum earlier = data.put(name, datum);
        boolean replaces = Overlay.isOverlaid(form.node().file()) && earlier != null && earlier.type() == type;
        if (earlier != null && !replaces) {
            form.complain("name", "the figure \"" + name + "\" is declared twice");
        }
    }

    private static @Nullable LocalDate date(Form form, String key) {
        String text = form.optional(key);
        if (text == null) {
            return null;
        }
        return Day.parse(text).filter(day -> day.earliest().equals(day.latest())).map(Day::earliest).orElseGet(() -> {
            form.complain(key, "\"" + text + "\" is not a day of the calendar written as 2026-08-02");
            return null;
        });
    }

    private static @Nullable Object value(Form form, LawDatum.Type type) {
        Located node = form.node().present("value");
        if (type == LawDatum.Type.LIST) {
            return form.texts("value");
        }
        if (type == LawDatum.Type.DATE) {
            return date(form, "value");
        }
        if (node instanceof Located.Scalar scalar) {
            if (type == LawDatum.Type.TEXT) {
                return scalar.text();
            }
            if (scalar.value() instanceof BigDecimal number) {
                return number.doubleValue();
            }
        }
        form.complain("value", "the value must be a " + (type == LawDatum.Type.TEXT ? "text" : "number"));
        return null;
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

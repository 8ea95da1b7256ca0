package eu.vitrine.assessment;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Form;
import eu.vitrine.facts.Located;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure, date or list of the law as a policy set holds it.
 *
 * @param name as conditions write it after {@code law.}
 * @param label what it is
 * @param versions oldest first
 */
record LawLine(String name, String label, List<Version> versions) {

    /**
     * @param from first day it holds, in words; null where it holds from the beginning
     * @param value in words
     * @param source where it stands
     */
    record Version(@Nullable String from, String value, String source) {}

    /** All lines of a file of the law; none in the file that states only the version. */
    static List<LawLine> in(Located.Mapping file) {
        List<LawLine> lines = new ArrayList<>();
        for (Form datum : new Form(file, new ArrayList<>()).forms("data")) {
            List<Version> versions = datum.forms("versions").stream()
                    .map(one -> new Version(day(one.optional("from")), value(one), one.text("source"))).toList();
            lines.add(new LawLine(datum.text("name"), datum.text("label"), versions));
        }
        return lines;
    }

    private static String value(Form version) {
        return switch (version.node().present("value")) {
            case Located.Scalar scalar when scalar.value() instanceof BigDecimal number -> FactWords.number(number);
            case Located.Scalar scalar -> Day.parse(scalar.text()).map(FactWords::day).orElse(scalar.text());
            case null, default -> String.join(", ", version.texts("value"));
        };
    }

    private static @Nullable String day(@Nullable String text) {
        return text == null ? null : Day.parse(text).map(FactWords::day).orElse(text);
    }
}

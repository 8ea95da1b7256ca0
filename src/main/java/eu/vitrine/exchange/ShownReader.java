package eu.vitrine.exchange;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.Form;
import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Opinion;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.PublishedFinding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a record shows and no rule reads: findings, indices and opinions. */
final class ShownReader {

    static final List<String> FINDING_KEYS = List.of(
            "family", "kind", "topic_group", "topic", "behaviour", "statement", "tested_model", "applicability", "evaluator",
            "language", "host", "metric", "value", "n", "source_url", "as_of", "limits");
    static final List<String> INDICES = List.of("fmti_2025_company_score", "osai_index_entry");
    static final List<String> INDEX_KEYS = List.of("value", "source_url", "as_of", "note");
    static final List<String> OPINIONS = List.of("open_source_exemption", "above_1e25");
    static final List<String> OPINION_KEYS = List.of("assessment", "reason", "by");

    private final List<Problem> problems;
    private final ValueReader values;

    ShownReader(List<Problem> problems) {
        this.problems = problems;
        this.values = new ValueReader(problems);
    }

    List<PublishedFinding> findings(Form file) {
        List<PublishedFinding> findings = new ArrayList<>();
        for (Form form : file.forms("findings")) {
            form.allow(Set.copyOf(FINDING_KEYS));
            PublishedFinding.Family family = code(form, "family", PublishedFinding.Family.values());
            PublishedFinding.FindingKind kind = code(form, "kind", PublishedFinding.FindingKind.values());
            PublishedFinding.Applicability near = code(form, "applicability", PublishedFinding.Applicability.values());
            BigDecimal n = number(form, "n", FactType.INTEGER);
            PublishedFinding finding = new PublishedFinding(
                    family, kind, form.optional("topic_group"), form.optional("topic"), form.optional("behaviour"),
                    form.optional("statement"), form.optional("tested_model"), near, form.optional("evaluator"),
                    form.optional("language"), form.optional("host"), form.optional("metric"),
                    number(form, "value", FactType.DECIMAL), n == null ? null : n.longValue(), url(form), day(form),
                    form.optional("limits"));
            findings.add(finding);
        }
        return findings;
    }

    List<IndexEntry> indices(Form file) {
        List<IndexEntry> entries = new ArrayList<>();
        Form indices = section(file, "indices", INDICES);
        for (String name : INDICES) {
            Form form = indices == null ? null : section(indices, name, INDEX_KEYS);
            if (form == null) {
                continue;
            }
            Located value = form.node().present("value");
            boolean isNumber = value instanceof Located.Scalar scalar && scalar.value() instanceof BigDecimal;
            String address = value == null || isNumber ? null : form.optional("value");
            IndexEntry entry = new IndexEntry(
                    name, isNumber ? number(form, "value", FactType.DECIMAL) : null,
                    value == null || address == null ? null : values.url(name, value, address),
                    url(form), day(form), form.optional("note"));
            if (!entry.equals(new IndexEntry(name, null, null, null, null, null))) {
                entries.add(entry);
            }
        }
        return entries;
    }

    List<Opinion> opinions(Form file) {
        List<Opinion> found = new ArrayList<>();
        Form opinions = section(file, "opinions", OPINIONS);
        for (String question : OPINIONS) {
            Form form = opinions == null ? null : section(opinions, question, OPINION_KEYS);
            if (form != null) {
                found.add(new Opinion(question, form.text("assessment"), form.optional("reason"), form.optional("by")));
            }
        }
        return found;
    }

    private @Nullable Form section(Form form, String key, List<String> keys) {
        Located node = form.node().present(key);
        if (node == null) {
            return null;
        }
        if (!(node instanceof Located.Mapping)) {
            problems.add(node.problem("\"" + key + "\" must have keys and values, not " + node.described()));
            return null;
        }
        Form section = new Form(node, problems);
        section.allow(Set.copyOf(keys));
        return section;
    }

    /** The constant with this code; a wrong code is a problem, and reads as the first. */
    private static <E extends Enum<E>> E code(Form form, String key, E[] constants) {
        String code = form.text(key);
        for (E constant : constants) {
            if (PublishedFinding.code(constant).equals(code)) {
                return constant;
            }
        }
        if (form.has(key)) {
            form.complain(key, "\"" + key + "\" must be one of "
                    + String.join(", ", Arrays.stream(constants).map(PublishedFinding::code).toList()) + ", not \"" + code + "\"");
        }
        return constants[0];
    }

    private @Nullable BigDecimal number(Form form, String key, FactType type) {
        Located node = form.node().present(key);
        BigDecimal number = node == null ? null : values.number(key, type, node);
        return number == null ? null : eu.vitrine.facts.FactValue.Amount.of(number).value();
    }

    private @Nullable String url(Form form) {
        Located node = form.node().present("source_url");
        String text = form.optional("source_url");
        return node == null || text == null ? null : values.url("source_url", node, text);
    }

    private @Nullable Day day(Form form) {
        Located node = form.node().present("as_of");
        return node == null ? null : values.day("as_of", node);
    }
}

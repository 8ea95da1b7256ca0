package eu.vitrine.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a file while it is read. Complaints are collected, and what is missing or of the wrong type reads as empty,
 * so that one reading finds every problem.
 */
public final class Form {
    private final Located.Mapping node;
    private final List<Problem> problems;

    /**
     * A form over this node.
     *
     * @param problems collects the complaints
     * @throws InvalidFile when the node is not a mapping
     */
    public Form(Located node, List<Problem> problems) {
        if (!(node instanceof Located.Mapping mapping)) {
            throw new InvalidFile(node.problem("expected keys and values, found " + node.described()));
        }
        this.node = mapping;
        this.problems = problems;
    }

    /** The node itself. */
    public Located.Mapping node() {
        return node;
    }

    /** A problem at this key, or at the mapping when the key is missing. */
    public Problem problem(String key, String message) {
        Located at = node.get(key);
        return (at == null ? node : at).problem(message);
    }

    /** Records a problem at this key. */
    public void complain(String key, String message) {
        problems.add(problem(key, message));
    }

    /** Records a problem at one entry of a list, or at the key where the entry does not stand in one. */
    public void complain(String key, String entry, String message) {
        Located at = node.get(key) instanceof Located.Sequence sequence
                ? sequence.items().stream().filter(item -> item instanceof Located.Scalar scalar && scalar.text().equals(entry))
                        .findFirst().orElse(null)
                : null;
        problems.add(at == null ? problem(key, message) : at.problem(message));
    }

    /** Complains about every key that is not among these, by name. */
    public void allow(Set<String> keys) {
        node.keys().forEach((key, where) -> {
            if (!keys.contains(key)) {
                problems.add(where.problem(Spelling.unknown("key", key, keys)));
            }
        });
    }

    /** Whether the key has a value other than null. */
    public boolean has(String key) {
        return node.present(key) != null;
    }

    /** The text under a key that must be there. */
    public String text(String key) {
        String text = optional(key);
        if (text == null) {
            problems.add(node.problem("\"" + key + "\" is missing"));
            return "";
        }
        return text;
    }

    /** The text under a key, or null. */
    public @Nullable String optional(String key) {
        Located value = node.present(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Located.Scalar scalar)) {
            complain(key, "\"" + key + "\" must be a text, not " + value.described());
            return null;
        }
        return scalar.text();
    }

    /** The boolean under a key; false when it is missing. */
    public boolean flag(String key) {
        Located value = node.present(key);
        if (value == null) {
            return false;
        }
        if (value instanceof Located.Scalar scalar && scalar.value() instanceof Boolean flag) {
            return flag;
        }
        complain(key, "\"" + key + "\" must be true or false, not " + value.described());
        return false;
    }

    /** The whole number under a key that must be there. */
    public int integer(String key, int otherwise) {
        Located value = node.present(key);
        if (value instanceof Located.Scalar scalar && scalar.value() instanceof BigDecimal number
                && number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
            return number.intValueExact();
        }
        complain(key, "\"" + key + "\" must be a whole number");
        return otherwise;
    }

    /** The texts under a key; a single text is a list of one. */
    public List<String> texts(String key) {
        Located value = node.present(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Located.Scalar scalar) {
            return List.of(scalar.text());
        }
        if (value instanceof Located.Sequence sequence) {
            List<String> texts = new ArrayList<>();
            for (Located item : sequence.items()) {
                if (item instanceof Located.Scalar scalar && !scalar.isNull()) {
                    texts.add(scalar.text());
                } else {
                    problems.add(item.problem("each entry of \"" + key + "\" must be a text, not " + item.described()));
                }
            }
            return texts;
        }
        complain(key, "\"" + key + "\" must be a list of texts");
        return List.of();
    }

    /** The mappings listed under a key. */
    public List<Form> forms(String key) {
        Located value = node.present(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Located.Sequence sequence) {
            List<Form> forms = new ArrayList<>();
            for (Located item : sequence.items()) {
                if (item instanceof Located.Mapping) {
                    forms.add(new Form(item, problems));
                } else {
                    problems.add(item.problem("each entry of \"" + key + "\" must have keys and values, not " + item.described()));
                }
            }
            return forms;
        }
        complain(key, "\"" + key + "\" must be a list");
        return List.of();
    }

    /** The texts by code under a key, in the order of the file. */
    public Map<String, String> labels(String key) {
        Located value = node.present(key);
        Map<String, String> labels = new LinkedHashMap<>();
        if (value == null) {
            return labels;
        }
        if (value instanceof Located.Mapping mapping) {
            mapping.entries().forEach((code, label) -> {
                if (label instanceof Located.Scalar scalar) {
                    labels.put(code, scalar.text());
                } else {
                    problems.add(label.problem("the label of \"" + code + "\" must be a text"));
                }
            });
            return labels;
        }
        complain(key, "\"" + key + "\" must give a label for each code");
        return labels;
    }
}

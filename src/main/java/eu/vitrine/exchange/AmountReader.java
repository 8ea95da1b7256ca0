package eu.vitrine.exchange;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Form;
import eu.vitrine.facts.Located;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers with their range, unit or currency. A quantity has the unit of the vocabulary, stated or not. */
final class AmountReader {

    private final ValueReader values;

    AmountReader(ValueReader values) {
        this.values = values;
    }

    /** A quantity stated as a bare number. */
    FactValue.@Nullable Amount bare(FactDeclaration fact, Located node) {
        BigDecimal number = values.number(fact.id(), fact.type(), node);
        return number == null ? null : new FactValue.Amount(number, null, null, fact.unit(), null, null);
    }

    /** The number under the keys of this fact, or null when it has none. */
    FactValue.@Nullable Amount amount(FactDeclaration fact, Form form) {
        BigDecimal value = number(fact, form, "value");
        BigDecimal min = number(fact, form, "min");
        BigDecimal max = number(fact, form, "max");
        String unit = unit(fact, form);
        String by = form.optional("by");
        String method = form.optional("method");
        if (value == null && min == null && max == null) {
            if (!form.has("value") && !form.has("min") && !form.has("max") && (by != null || method != null)) {
                form.complain(by != null ? "by" : "method",
                        "\"by\" and \"method\" belong to a number; state the number, or say it in \"note\"");
            }
            return null;
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            form.complain("min", "\"" + fact.id() + "\" has a \"min\" above its \"max\"; exchange the two");
        } else if (value != null && (min != null && value.compareTo(min) < 0 || max != null && value.compareTo(max) > 0)) {
            form.complain("value", "the value of \"" + fact.id() + "\" lies outside its own \"min\" and \"max\"");
        }
        return new FactValue.Amount(value, min, max, unit, by, method);
    }

    private @Nullable BigDecimal number(FactDeclaration fact, Form form, String key) {
        Located node = form.node().present(key);
        return node == null ? null : values.number(fact.id() + (key.equals("value") ? "" : ", " + key), fact.type(), node);
    }

    private @Nullable String unit(FactDeclaration fact, Form form) {
        if (fact.type() == FactType.MONEY) {
            String currency = form.optional("currency");
            if (currency != null && !FactTree.isCurrency(currency)) {
                form.complain("currency", "\"currency\" must be a code of ISO 4217 such as \"EUR\", not \"" + currency + "\"");
            }
            return currency;
        }
        String unit = form.optional("unit");
        if (unit != null && !unit.equals(fact.unit())) {
            form.complain("unit", "the unit of \"" + fact.id() + "\" is "
                    + (fact.unit() == null ? "not stated; leave \"unit\" out" : "\"" + fact.unit() + "\"") + ", not \"" + unit
                    + "\"; convert the number");
        }
        return fact.type() == FactType.QUANTITY ? fact.unit() : null;
    }
}

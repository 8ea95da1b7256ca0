package eu.vitrine.registry;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as the index keeps them for showing: the figure, or where the source gives none {@code least..greatest}. */
final class ListFigures {

    private static final String TO = "..";

    private ListFigures() {}

    static String term(FactValue.Amount amount) {
        return amount.value() != null ? amount.value().toString() : text(amount.min()) + TO + text(amount.max());
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.toString();
    }

    /** In words, with the unit. */
    static String words(FactDeclaration declared, String term) {
        int to = term.indexOf(TO);
        String words = to < 0 ? FactWords.number(new BigDecimal(term)) : range(term.substring(0, to), term.substring(to + TO.length()));
        return declared.unit() == null ? words : words + " " + declared.unit();
    }

    private static String range(String least, String greatest) {
        if (greatest.isEmpty()) {
            return "at least " + FactWords.number(new BigDecimal(least));
        }
        String most = FactWords.number(new BigDecimal(greatest));
        return least.isEmpty() ? "at most " + most : FactWords.number(new BigDecimal(least)) + " to " + most;
    }
}

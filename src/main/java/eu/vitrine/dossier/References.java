package eu.vitrine.dossier;

import java.util.ArrayList;
import java.util.List;

/** Articles in a row, with "Art." said once and annexes left out. */
final class References {

    private static final String ARTICLE = "Art. ";

    private References() {}

    static String joined(List<String> references) {
        List<String> articles = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String reference : references.stream().distinct().toList()) {
            int comma = reference.indexOf(',');
            String bare = comma < 0 ? reference : reference.substring(0, comma);
            if (bare.startsWith(ARTICLE)) {
                articles.add(bare.substring(ARTICLE.length()));
            } else {
                others.add(bare);
            }
        }
        String first = articles.isEmpty() ? "" : (articles.size() == 1 ? ARTICLE : "Arts ") + String.join(", ", articles);
        return first + (first.isEmpty() || others.isEmpty() ? "" : "; ") + String.join("; ", others);
    }
}

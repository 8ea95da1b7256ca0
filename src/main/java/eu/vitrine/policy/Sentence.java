package eu.vitrine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sentence or phrase in English, in pieces, so that a page can link the facts, figures and answers that it names.
 *
 * @param pieces in order; joined, they are the sentence
 */
public record Sentence(List<Piece> pieces) {

    /** What a piece names. */
    public enum Of {
        /** Nothing: words that hold the others together. */
        WORDS,
        /** A fact, by its label. */
        FACT,
        /** What is recorded of a fact, or a figure. */
        VALUE,
        /** An answer worked out elsewhere in the same explanation, by the title of its policy. */
        ANSWER,
        /** A figure of the law or of our own, by its label. */
        FIGURE
    }

    /**
     * A part of a sentence.
     *
     * @param id of the fact, of the policy or of the figure that it names; null for words and values
     */
    public record Piece(String text, Of of, @Nullable String id) {}

    public Sentence {
        pieces = List.copyOf(pieces);
    }

    /** The sentence as plain text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    /** Ids of the facts that it names, each once. */
    public List<String> facts() {
        return pieces.stream().filter(piece -> piece.of() == Of.FACT).map(Piece::id).map(java.util.Objects::requireNonNull).distinct().toList();
    }

    /** The facts and answers that it names, each with what is recorded: "Generality: not known". */
    public List<String> named() {
        List<String> named = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.of() == Of.FACT || piece.of() == Of.ANSWER) {
                String value = pieces.subList(i + 1, pieces.size()).stream().takeWhile(next -> next.of() == Of.WORDS || next.of() == Of.VALUE)
                        .filter(next -> next.of() == Of.VALUE).map(Piece::text).findFirst().orElse("");
                named.add(value.isEmpty() ? piece.text() : piece.text() + ": " + value);
            }
        }
        return named;
    }

    /** Words alone. */
    static Sentence of(String words) {
        return new Phrase().words(words).sentence();
    }

    /** A sentence in the making. */
    static final class Phrase {

        private final List<Piece> pieces = new ArrayList<>();

        Phrase words(String text) {
            return add(text, Of.WORDS, null);
        }

        Phrase value(String text) {
            return add(text, Of.VALUE, null);
        }

        Phrase fact(String label, String id) {
            return add(label, Of.FACT, id);
        }

        Phrase answer(String title, String policy) {
            return add(title, Of.ANSWER, policy);
        }

        Phrase figure(String label, String name) {
            return add(label, Of.FIGURE, name);
        }

        Phrase and(Phrase more) {
            pieces.addAll(more.pieces);
            return this;
        }

        private Phrase add(String text, Of of, @Nullable String id) {
            pieces.add(new Piece(text, of, id));
            return this;
        }

        Sentence sentence() {
            return new Sentence(pieces);
        }

        /** With a capital letter at its beginning. */
        Sentence capital() {
            if (!pieces.isEmpty()) {
                Piece first = pieces.getFirst();
                pieces.set(0, new Piece(capital(first.text()), first.of(), first.id()));
            }
            return sentence();
        }

        static String capital(String text) {
            return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        }
    }
}

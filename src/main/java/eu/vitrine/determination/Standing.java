package eu.vitrine.determination;

import eu.vitrine.assessment.Moved;
import java.util.List;

/**
 * A determination as it stands now; derived each time anybody asks.
 *
 * @param superseded whether a later one on the same question was confirmed
 * @param lapsed what made it lapse; empty while nothing did
 */
public record Standing(Determination determination, boolean superseded, List<Moved> lapsed) {

    public Standing {
        lapsed = List.copyOf(lapsed);
    }

    /** Whether it was confirmed and nothing took that back. */
    public boolean holds() {
        return word() == Word.HOLDS;
    }

    public Word word() {
        return switch (determination.state()) {
            case OPEN -> Word.OPEN;
            case REFUSED -> Word.REFUSED;
            case WITHDRAWN -> Word.WITHDRAWN;
            case CONFIRMED -> superseded ? Word.SUPERSEDED : lapsed.isEmpty() ? Word.HOLDS : Word.LAPSED;
        };
    }

    /** One word for people. */
    public enum Word {
        OPEN("wait"),
        HOLDS("go"),
        LAPSED("stop"),
        SUPERSEDED(""),
        REFUSED("stop"),
        WITHDRAWN("");

        private final String tone;

        Word(String tone) {
            this.tone = tone;
        }

        /** Tone of the page: go, stop or wait; empty where it is neither. */
        public String tone() {
            return tone;
        }

        /** Message key of the words for it. */
        public String key() {
            return "determination.now." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

package eu.vitrine.registry;

import eu.vitrine.facts.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One section of the vocabulary as a page shows it, with the fragment {@code registry/facts :: sections}.
 *
 * @param id id of the section, unique on a page about one record
 * @param intro what it is about and why it matters
 * @param lines facts about which something is recorded, in the order of the vocabulary
 * @param notLookedFor labels of the facts nobody has looked for
 * @param notJudged labels of the judgements nobody has made
 */
public record FactSection(String id, String label, String intro, List<Line> lines, List<String> notLookedFor, List<String> notJudged) {

    public FactSection {
        lines = List.copyOf(lines);
        notLookedFor = List.copyOf(notLookedFor);
        notJudged = List.copyOf(notJudged);
    }

    /**
     * One fact.
     *
     * @param id id of the fact in the vocabulary
     * @param means what it is, in one sentence
     * @param said the chosen claim
     * @param others what other sources say
     * @param conflict whether another source says something else
     * @param judgement whether it is a person's reasoned reading
     * @param chosenBecause why this claim was chosen among those that disagree, or null
     */
    public record Line(String id, String label, String means, Said said, List<Said> others, boolean conflict, boolean judgement, @Nullable String chosenBecause) {

        public Line {
            others = List.copyOf(others);
        }
    }

    /**
     * One claim in words.
     *
     * @param state what is known
     * @param pieces the value in pieces, of which some lead somewhere; the state in words where there is no value
     * @param table the rows of a table, or null
     * @param basis who states a figure, and how it was arrived at, or null
     * @param source where it is said, or null where it is unsourced
     * @param asOf date of the source in words, or null
     * @param note limits of the claim, or null
     * @param searched places searched in vain
     * @param evidence archived bytes in which it is said; without, the address alone stands for it
     * @param tier kind of source in words, or null
     * @param checked the day on which somebody saw that the source still says so, in words, or null
     * @param prose whether the value is long text, to be shown with its lines, lists and links
     */
    public record Said(State state, List<Piece> pieces, @Nullable Grid table, @Nullable String basis, @Nullable Piece source,
            @Nullable String asOf, @Nullable String note, List<String> searched, List<Piece> evidence, @Nullable String tier, @Nullable String checked, boolean prose) {

        public Said {
            pieces = List.copyOf(pieces);
            searched = List.copyOf(searched);
            evidence = List.copyOf(evidence);
        }

        /** Whether only an address stands for it, which may say something else tomorrow. */
        public boolean addressOnly() {
            return source != null && evidence.isEmpty();
        }

        /** Whether the answer is still open: not known, not found or not disclosed. */
        public boolean isOpen() {
            return state == State.UNKNOWN || state == State.ABSENT || state == State.WITHHELD;
        }

        /** The pieces as one text. */
        public String words() {
            return String.join(", ", pieces.stream().map(Piece::text).toList());
        }
    }

    /**
     * A word or two.
     *
     * @param address where it leads: a path of this server, or an address on the web; null where it leads nowhere
     */
    public record Piece(String text, @Nullable String address) {

        /** Whether it leads to another server. */
        public boolean leavesHere() {
            return address != null && !address.startsWith("/");
        }
    }

    /**
     * A table in words.
     *
     * @param completeness whether it is known to hold everything, in words
     */
    public record Grid(List<String> heads, List<List<Piece>> rows, String completeness) {

        public Grid {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /** Whether anything is recorded. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }
}

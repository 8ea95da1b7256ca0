package eu.vitrine.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What differs between two texts, word by word; of scripts without spaces, sign by sign. */
final class WordDiff {

    private static final Pattern TOKEN = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{M}\\p{N}_&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+|\\s+|.", Pattern.DOTALL);

    private WordDiff() {}

    /**
     * The stretches of both texts. Those kept and removed are the first text, those kept and added the second; two that follow
     * each other are never of one kind.
     */
    static List<Stretch> of(String before, String after) {
        List<SequenceDiff.Step<String>> steps = SequenceDiff.of(tokens(before), tokens(after));
        var writing = new Writing();
        for (int i = 0; i < steps.size(); i++) {
            SequenceDiff.Step<String> step = steps.get(i);
            if (step.how() == Stretch.How.KEPT && step.entry().isBlank() && isBetweenChanges(steps, i)) {
                writing.add(Stretch.How.REMOVED, step.entry());
                writing.add(Stretch.How.ADDED, step.entry());
            } else {
                writing.add(step.how(), step.entry());
            }
        }
        return writing.all();
    }

    /** A space between two words that both changed would tear what is read as one change. */
    private static boolean isBetweenChanges(List<SequenceDiff.Step<String>> steps, int at) {
        return at > 0 && at < steps.size() - 1 && steps.get(at - 1).how() != Stretch.How.KEPT && steps.get(at + 1).how() != Stretch.How.KEPT;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    /** Gathers what follows each other; within a change all that is removed stands before all that is added. */
    private static final class Writing {
        private final List<Stretch> stretches = new ArrayList<>();
        private final StringBuilder kept = new StringBuilder();
        private final StringBuilder removed = new StringBuilder();
        private final StringBuilder added = new StringBuilder();

        void add(Stretch.How how, String text) {
            if (how == Stretch.How.KEPT) {
                endChange();
                kept.append(text);
            } else {
                end(Stretch.How.KEPT, kept);
                (how == Stretch.How.REMOVED ? removed : added).append(text);
            }
        }

        private void endChange() {
            end(Stretch.How.REMOVED, removed);
            end(Stretch.How.ADDED, added);
        }

        private void end(Stretch.How how, StringBuilder text) {
            if (!text.isEmpty()) {
                stretches.add(new Stretch(how, text.toString()));
                text.setLength(0);
            }
        }

        List<Stretch> all() {
            end(Stretch.How.KEPT, kept);
            endChange();
            return List.copyOf(stretches);
        }
    }
}

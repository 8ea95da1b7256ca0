package eu.vitrine.dossier;

import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Score;
import java.util.Optional;

/** The duties in play, one mark each with a shape of its own, and the interval of the score. */
final class ScoreFigure {

    private static final double LEFT = 14;
    private static final double RIGHT = Canvas.WIDTH - 14;
    private static final double STEP = 26;

    private final Texts texts;
    private final Canvas canvas = new Canvas();
    private double x = LEFT + 8;

    ScoreFigure(Texts texts) {
        this.texts = texts;
    }

    Optional<Figure> draw(Evaluation evaluation) {
        Score score = evaluation.score();
        if (score == null || score.inPlay() == 0) {
            return Optional.empty();
        }
        group(score.shown(), Mark.SHOWN);
        group(score.notMet(), Mark.NOT_MET);
        group(score.open(), Mark.OPEN);
        group(score.undetermined(), Mark.UNDETERMINED);
        canvas.text(LEFT, 44, score.counts(), Canvas.Anchor.START, false, false);
        Integer low = score.low();
        Integer high = score.high();
        if (!score.hasHeadline() || low == null || high == null) {
            return Optional.of(canvas.figure(50, texts.of("score.alternative.counts", "counts", score.counts())));
        }
        interval(low, high);
        return Optional.of(canvas.figure(100, texts.of("score.alternative.interval", "counts", score.counts(), "low", low, "high", high)));
    }

    private enum Mark {
        SHOWN,
        NOT_MET,
        OPEN,
        UNDETERMINED
    }

    private void group(int n, Mark mark) {
        for (int i = 0; i < n; i++) {
            mark(mark);
            x += STEP;
        }
        x += n == 0 ? 0 : 10;
    }

    private void mark(Mark mark) {
        double y = 16;
        switch (mark) {
            case SHOWN -> {
                canvas.square(x, y, 16, Canvas.ACCENT, Canvas.ACCENT, 1.6, false);
                canvas.path("M%s 16l3 3.4 5.4-6.6".formatted(Integer.toString((int) Math.round(x - 4))), "#ffffff", 2);
            }
            case NOT_MET -> {
                canvas.square(x, y, 16, Canvas.NONE, Canvas.BAD, 1.8, false);
                canvas.line(x - 4, y - 4, x + 4, y + 4, Canvas.BAD, 1.8, false);
                canvas.line(x - 4, y + 4, x + 4, y - 4, Canvas.BAD, 1.8, false);
            }
            case OPEN -> canvas.square(x, y, 16, Canvas.NONE, Canvas.OPEN, 1.8, false);
            case UNDETERMINED -> canvas.square(x, y, 16, Canvas.NONE, Canvas.QUIET, 1.6, true);
        }
    }

    private void interval(int low, int high) {
        double y = 72;
        canvas.line(LEFT, y, RIGHT, y, Canvas.QUIET, 1, false);
        for (int percent = 0; percent <= 100; percent += 50) {
            Canvas.Anchor anchor = percent == 0 ? Canvas.Anchor.START : percent == 100 ? Canvas.Anchor.END : Canvas.Anchor.MIDDLE;
            canvas.line(at(percent), y - 3, at(percent), y + 4, Canvas.QUIET, 1, false);
            canvas.text(at(percent), y + 19, percent + " %", anchor, false, true);
        }
        canvas.line(at(low), y, at(high), y, Canvas.ACCENT, 5, false);
        canvas.line(at(low), y - 6, at(low), y + 6, Canvas.ACCENT, 2, false);
        canvas.line(at(high), y - 6, at(high), y + 6, Canvas.ACCENT, 2, false);
    }

    private static double at(int percent) {
        return LEFT + (RIGHT - LEFT) * percent / 100;
    }
}

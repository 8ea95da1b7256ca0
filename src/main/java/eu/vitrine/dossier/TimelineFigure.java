package eu.vitrine.dossier;

import eu.vitrine.dossier.Figures.Moment;
import eu.vitrine.facts.FactWords;
import eu.vitrine.policy.Answers;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Finding;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** When duties fall due (circles above the line) and become enforceable (squares below it), with the day of the law marked. */
final class TimelineFigure {

    private static final double LEFT = 60;
    private static final double RIGHT = Canvas.WIDTH - 60;
    private static final double LEVEL = 30;

    private final Texts texts;

    /** A label with its place: rows are counted away from the line. */
    private record Placed(Moment event, double x, String label, int row) {}

    TimelineFigure(Texts texts) {
        this.texts = texts;
    }

    /** Of these findings only; families are never counted together. */
    Optional<Figure> draw(Evaluation evaluation, Predicate<Finding> counted) {
        return draw(events(evaluation.findings().stream().filter(counted).toList()), evaluation.asOf());
    }

    Optional<Figure> draw(List<Moment> events, LocalDate asOf) {
        if (events.isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = events.stream().map(Moment::day).min(LocalDate::compareTo).filter(asOf::isAfter).orElse(asOf);
        LocalDate until = events.stream().map(Moment::day).max(LocalDate::compareTo).filter(asOf::isBefore).orElse(asOf);
        List<Placed> above = placed(events, true, from, until);
        List<Placed> below = placed(events, false, from, until);
        double line = 24 + LEVEL * (rows(above) + (above.isEmpty() ? 0 : 1));
        double height = line + 30 + LEVEL * (rows(below) + (below.isEmpty() ? 0 : 1)) + 16;
        Canvas canvas = new Canvas();
        canvas.line(20, line, Canvas.WIDTH - 20, line, Canvas.QUIET, 1, false);
        above.forEach(placed -> mark(canvas, placed, line, -1));
        below.forEach(placed -> mark(canvas, placed, line, 1));
        today(canvas, x(asOf, from, until), line, height, asOf);
        return Optional.of(canvas.figure(height, alternative(events, asOf)));
    }

    private static List<Moment> events(List<Finding> findings) {
        Map<LocalDate, int[]> due = new TreeMap<>();
        Map<LocalDate, int[]> enforceable = new TreeMap<>();
        for (Finding finding : findings) {
            Answers answers = finding.answers();
            if (answers.mayApply()) {
                count(due, answers.dueDate(), finding);
                count(enforceable, answers.enforceableFrom(), finding);
            }
        }
        List<Moment> events = new ArrayList<>();
        due.forEach((day, counts) -> events.add(new Moment(day, true, counts[0], counts[1])));
        enforceable.forEach((day, counts) -> events.add(new Moment(day, false, counts[0], counts[1])));
        return events;
    }

    private static void count(Map<LocalDate, int[]> days, @org.jspecify.annotations.Nullable LocalDate day, Finding finding) {
        if (day != null) {
            int[] counts = days.computeIfAbsent(day, key -> new int[2]);
            counts[0]++;
            boolean firm = finding.assumptions().isEmpty()
                    && finding.answers().applicability() == Answers.Applicability.APPLIES;
            counts[1] += firm ? 1 : 0;
        }
    }

    private List<Placed> placed(List<Moment> events, boolean due, LocalDate from, LocalDate until) {
        List<Placed> placed = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        for (Moment event : events) {
            if (event.due() == due) {
                String label = label(event);
                double half = Math.max(Canvas.width(label), Canvas.width(FactWords.date(event.day()))) / 2;
                double x = x(event.day(), from, until);
                double middle = Math.clamp(x, half, Canvas.WIDTH - half);
                int row = 0;
                while (row < ends.size() && ends.get(row) > middle - half) {
                    row++;
                }
                if (row == ends.size()) {
                    ends.add(0.0);
                }
                ends.set(row, middle + half + 10);
                placed.add(new Placed(event, x, label, row));
            }
        }
        return placed;
    }

    private static int rows(List<Placed> placed) {
        return placed.stream().mapToInt(Placed::row).max().orElse(0);
    }

    private static double x(LocalDate day, LocalDate from, LocalDate until) {
        long whole = ChronoUnit.DAYS.between(from, until);
        return whole == 0 ? Canvas.WIDTH / 2.0 : LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(from, day) / whole;
    }

    private void mark(Canvas canvas, Placed placed, double line, int side) {
        Moment event = placed.event();
        double label = line + side * (20 + LEVEL * placed.row());
        if (placed.row() > 0) {
            canvas.line(placed.x(), line, placed.x(), label, Canvas.QUIET, 0.8, true);
        }
        boolean firm = event.firm() == event.count();
        String fill = firm ? Canvas.OPEN : Canvas.NONE;
        if (event.due()) {
            canvas.circle(placed.x(), line - 8, 4.8, fill, Canvas.OPEN, 1.8);
        } else {
            canvas.square(placed.x(), line + 8, 8.4, fill, Canvas.OPEN, 1.8, false);
        }
        String date = FactWords.date(event.day());
        double half = Math.max(Canvas.width(placed.label()), Canvas.width(date)) / 2;
        double middle = Math.clamp(placed.x(), half, Canvas.WIDTH - half);
        double upper = side < 0 ? label - 17 : label + 13;
        canvas.text(middle, upper, date, Canvas.Anchor.MIDDLE, true, false);
        canvas.text(middle, upper + 13.5, placed.label(), Canvas.Anchor.MIDDLE, false, false);
    }

    private void today(Canvas canvas, double x, double line, double height, LocalDate asOf) {
        canvas.line(x, line - 16, x, height - 16, Canvas.ACCENT, 2.4, false);
        String label = texts.of("timeline.asof", "day", FactWords.date(asOf));
        double half = Canvas.width(label) / 2;
        canvas.text(Math.clamp(x, half, Canvas.WIDTH - half), height - 3, label, Canvas.Anchor.MIDDLE, true, false);
    }

    private String label(Moment event) {
        String what = texts.count(event.due() ? "timeline.due" : "timeline.enforceable", event.count());
        return event.firm() == event.count() ? what
                : event.firm() == 0 ? texts.of("timeline.open", "what", what) : texts.of("timeline.partly", "what", what, "n", event.firm());
    }

    private String alternative(List<Moment> events, LocalDate asOf) {
        StringBuilder words = new StringBuilder(texts.of("timeline.alternative", "day", FactWords.date(asOf)));
        events.stream().sorted(java.util.Comparator.comparing(Moment::day).thenComparing(event -> !event.due()))
                .forEach(event -> words.append(' ').append(FactWords.date(event.day())).append(": ").append(label(event)).append('.'));
        return words.toString();
    }
}

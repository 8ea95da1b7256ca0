package eu.vitrine.formats;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactValue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of a card. Only labelled lines of the common template are read ({@code - **Developed by:** …}, or a row of a table
 * with such a label); prose is for people.
 */
final class CardBody {

    private static final Pattern LABELLED = Pattern.compile("\\s{0,8}[-*+|]?\\s{0,8}\\*\\*([^*|:]{2,40}):?\\s{0,2}\\*\\*\\s*[:|]?\\s*(\\S.*)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]{0,200})]\\((https?://[^)\\s]{1,500})\\)");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)\\]<>\"']{3,500}");
    private static final Pattern HEADING = Pattern.compile("#\\s+(\\S.{0,200})");
    private static final Set<String> DEVELOPER = Set.of("developed by", "developers", "developer", "model developer", "model developers");
    private static final Set<String> RELEASED = Set.of("release date", "model release date");
    private static final Set<String> PAPER = Set.of("paper", "technical report");
    private static final List<DateTimeFormatter> DATES = List.of(format("d MMMM uuuu"), format("d MMM uuuu"), format("MMMM d, uuuu"),
            format("MMM d, uuuu"));
    private static final Pattern NUMERIC = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
    private static final Set<String> FINETUNED = Set.of("finetuned from model", "finetuned from", "fine-tuned from model");
    private static final int LONGEST_LINE = 2000;
    private static final int LONGEST_NAME = 80;

    private final PlainFile file;
    private final Draft draft;
    private final Set<String> seen = new HashSet<>();
    private @Nullable String heading;
    private Values.@Nullable Item developer;
    private int slots;
    private int firstSlot;

    CardBody(PlainFile file, Draft draft) {
        this.file = file;
        this.draft = draft;
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH);
    }

    /** The first heading, or null. */
    @Nullable String heading() {
        return heading;
    }

    /** Who the card says developed the model, or null. */
    Values.@Nullable Item developer() {
        return developer;
    }

    void read(String body, int before) {
        StringBuilder outside = new StringBuilder();
        boolean code = false;
        int number = before + 1;
        for (Iterator<String> lines = body.lines().iterator(); lines.hasNext(); number++) {
            String line = lines.next();
            boolean fence = line.stripLeading().startsWith("```") || line.stripLeading().startsWith("~~~");
            code = fence != code;
            if (!code && !fence) {
                line(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line, number);
                outside.append(line);
            }
            outside.append('\n');
        }
        if (slots > 0) {
            draft.remarks().notAFact(file.at(firstSlot, null), null, null,
                    (slots == 1 ? "One field of the template is" : slots + " fields of the template are") + " not filled in.", null);
        }
        Comments.remark(file, Comments.ofMarkdown(outside.toString(), before), draft.remarks());
    }

    private void line(String line, int number) {
        Matcher title = HEADING.matcher(line.strip());
        if (heading == null && title.matches()) {
            heading = title.group(1).strip();
        }
        if (line.toLowerCase(Locale.ROOT).contains("[more information needed]")) {
            slots++;
            firstSlot = firstSlot == 0 ? number : firstSlot;
            return;
        }
        Matcher labelled = LABELLED.matcher(line);
        if (labelled.matches()) {
            String label = labelled.group(1).toLowerCase(Locale.ROOT).replace("[optional]", "").strip();
            int cell = line.stripLeading().startsWith("|") ? labelled.group(2).indexOf('|') : -1;
            String value = cell < 0 ? labelled.group(2).strip() : labelled.group(2).substring(0, cell).strip();
            if (!Wording.isPlaceholder(value)) {
                field(label, value, file.at(number, labelled.group(1).strip()));
            }
        }
    }

    private void field(String label, String value, Place place) {
        String fact = DEVELOPER.contains(label) ? "provider.brand" : RELEASED.contains(label) ? "model.release.first_public_date"
                : PAPER.contains(label) ? "model.documentation.technical_report_url" : null;
        if (fact != null && draft.states("model.lineage.bases")) {
            if (seen.add(fact)) {
                draft.remarks().notAFact(place, fact, value, "In the card of a model made from another one this may be said of the other.",
                        "Enter it by hand if it is about this version.");
            }
            return;
        }
        if (DEVELOPER.contains(label) && seen.add("developer")) {
            String name = LINK.matcher(value).replaceAll("$1").replaceAll("^[`*_]+|[`*_.]+$", "").strip();
            if (name.length() > LONGEST_NAME || name.contains(". ") || Wording.isPlaceholder(name)) {
                draft.remarks().notAFact(place, "provider.brand", value, "This is not a name alone.", "Enter the provider by hand.");
            } else {
                developer = new Values.Item(name, place);
            }
        } else if (FINETUNED.contains(label) && !draft.states("model.lineage.bases")) {
            new CardBases(draft, new Values(file, draft.remarks())).finetunedFrom(value, place);
        } else if (RELEASED.contains(label) && seen.add("released")) {
            released(value, place);
        } else if (PAPER.contains(label) && seen.add("paper")) {
            List<String> addresses = ADDRESS.matcher(value).results().map(found -> found.group().replaceAll("[.,;*_]+$", "")).distinct().toList();
            if (addresses.size() == 1 && Wording.isAddress(addresses.getFirst())) {
                draft.model("model.documentation.technical_report_url", new FactValue.Text(addresses.getFirst()), place,
                        "the card names it as its paper");
            } else {
                draft.remarks().notAFact(place, "model.documentation.technical_report_url", value, "This is not one address of a paper.", null);
            }
        }
    }

    private void released(String value, Place place) {
        Day day = day(value.replaceAll("[*_]+", "").strip());
        if (day == null) {
            draft.remarks().notAFact(place, "model.release.first_public_date", value,
                    "This is not one day of the calendar that can be read in one way only.",
                    "Enter the date by hand.");
        } else {
            draft.model("model.release.first_public_date", new FactValue.Date(day), place, "the card gives it as date of the release, "
                    + Wording.quoted(value));
        }
    }

    private static @Nullable Day day(String text) {
        Day exact = Day.parse(text).orElse(null);
        if (exact != null) {
            return plausible(exact.earliest()) ? exact : null;
        }
        String plain = text.replaceFirst("(?i)^sept\\b\\.?", "Sep").replaceFirst("(?i)^([a-z]{3})\\.", "$1")
                .replaceAll("(?i)(\\d)(st|nd|rd|th)\\b", "$1");
        for (DateTimeFormatter format : DATES) {
            try {
                LocalDate day = LocalDate.parse(plain, format);
                return plausible(day) ? Day.of(day) : null;
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        Matcher numeric = NUMERIC.matcher(text);
        if (!numeric.matches()) {
            return null;
        }
        int first = Integer.parseInt(numeric.group(1));
        int second = Integer.parseInt(numeric.group(2));
        boolean oneWay = (first > 12) != (second > 12) || first == second;
        String iso = "%s-%02d-%02d".formatted(numeric.group(3), Math.min(first, second), Math.max(first, second));
        return oneWay ? Day.parse(iso).filter(day -> plausible(day.earliest())).orElse(null) : null;
    }

    private static boolean plausible(LocalDate day) {
        return day.getYear() >= 1990 && day.getYear() <= 2199;
    }
}

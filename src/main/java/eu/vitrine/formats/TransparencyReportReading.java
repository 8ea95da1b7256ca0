package eu.vitrine.formats;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.SourceTier;
import eu.vitrine.facts.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one report of the Foundation Model Transparency Index. */
final class TransparencyReportReading {

    private static final Pattern NAME = Pattern.compile("(?i)(.{1,60}?)_fm_?transparency_?report(?:_([A-Za-z]{3})([0-9]{4}))?.*\\.csv");
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    /** The edition whose score the record has a place for has so many indicators. */
    private static final int INDICATORS = 100;
    private static final String EDITION = "2025";
    /** Facts of which the index can say that the company gives nothing. */
    private static final Map<String, String> WITHHELD = Map.of(
            "Crawling", "model.copyright.crawlers", "Compute usage for final training run", "model.training.compute", "Data size",
                    "model.training.tokens");
    /** Indicators that are about a fact and answer it only in words. */
    private static final Map<String, String> ABOUT = Map.ofEntries(
            Map.entry("Data acquisition methods", "model.disclosure.corpus_description"),
            Map.entry("Public datasets", "model.disclosure.datasets_named"), Map.entry("Data language composition", "model.disclosure.languages"),
            Map.entry("Basic model properties", "model.architecture.parameters_total"), Map.entry("Model dependencies", "model.lineage.bases"),
            Map.entry("Open weights", "model.openness.weights"), Map.entry("Risks evaluation", "model.safety.evaluation_report_url"),
            Map.entry("Top distribution channels", "model.release.channels"),
            Map.entry("Terms of use", "service.terms_url"), Map.entry("Data retention and deletion policy", "service.retention_days"),
            Map.entry("Responsible disclosure policy", "model.safety.incident_channel"));
    private static final String ARCHITECTURE = "Deeper model properties";
    private static final Set<String> SCORES = Set.of("0", "1");

    private final Origin origin;
    private final Remarks remarks = new Remarks();

    TransparencyReportReading(Origin origin) {
        this.origin = origin;
    }

    List<Remark> remarks(@Nullable String slug) {
        return remarks.about(slug);
    }

    @Nullable ImportedRecord read(Source source, Set<String> slugs) {
        PlainFile file = PlainFile.of(source, remarks);
        List<TransparencyReportTable.Row> rows = file == null ? List.of() : TransparencyReportTable.rows(file, remarks);
        if (file == null || rows.isEmpty()) {
            if (remarks.none()) {
                remarks.rejected(Place.of(source.name()), null, "The report has no rows.", null);
            }
            return null;
        }
        Matcher named = NAME.matcher(PlainFile.bare(source.name()));
        String company = named.matches() ? named.group(1).strip() : null;
        String slug = company == null || Wording.unfit(company) != null ? null : Codes.slug(company);
        if (company == null || slug == null) {
            remarks.rejected(Place.of(source.name()), null, "Neither the table nor the name of the file says which company the report is about.",
                    "Keep the name that the index gives the file, such as Company_fmtransparencyreport_Dec2025.csv.");
            return null;
        }
        Day published = published(named);
        Draft draft = new Draft(new Citation(Citation.of(origin, null).url(), published, SourceTier.INDEX), remarks);
        draft.provider(slug);
        draft.provider("provider.brand", new FactValue.Text(company), Place.of(file.name()), "from the name of the file");
        rows(rows, draft, file);
        score(rows, draft, file, published);
        String edition = published == null ? "" : "-" + published.text().substring(0, 4);
        return draft.record(Slugs.free(slug + "-transparency-report" + edition, slugs), company + ", model of the transparency report",
                null, null, file.at(1, null));
    }

    /** The month in the name of the file; the day that the person gives where it lies in that month. */
    private @Nullable Day published(Matcher named) {
        int month = named.group(2) == null ? 0 : MONTHS.indexOf(named.group(2).toLowerCase(Locale.ROOT)) + 1;
        Day stated = month == 0 ? null : Day.parse("%s-%02d".formatted(named.group(3), month)).orElse(null);
        boolean finer = stated != null && origin.date() != null && !origin.date().earliest().isBefore(stated.earliest())
                && !origin.date().latest().isAfter(stated.latest());
        boolean plausible = stated != null && stated.earliest().getYear() >= 1990 && stated.latest().getYear() <= 2199;
        return plausible && !finer ? stated : origin.date();
    }

    private void rows(List<TransparencyReportTable.Row> rows, Draft draft, PlainFile file) {
        List<String> others = new ArrayList<>();
        for (TransparencyReportTable.Row row : rows) {
            Place place = file.at(row.line(), row.indicator());
            String withheld = WITHHELD.get(row.indicator());
            if (!SCORES.contains(row.score())) {
                remarks.leftOut(place, null, row.score(), "The score of an indicator is 0 or 1.", null);
            } else if (row.indicator().equals(ARCHITECTURE)) {
                draft.model("model.openness.architecture_information_public", new FactValue.Truth(row.score().equals("1")), place,
                        "judgement of the index on the question: " + brief(row.definition()) + " It says: " + brief(row.justification()));
            } else if (withheld != null && row.score().equals("0") && nothing(row)) {
                draft.model(withheld, State.WITHHELD, place, "the index finds nothing disclosed; it says: " + brief(row.justification()));
            } else if (withheld != null || ABOUT.containsKey(row.indicator())) {
                remarks.notAFact(place, withheld != null ? withheld : ABOUT.get(row.indicator()), words(row),
                        "The index answers this in words, score " + row.score() + "; it is for a person to read.",
                        "Look it up at the source that the report names, and enter it by hand.");
            } else {
                others.add(row.indicator());
            }
        }
        if (!others.isEmpty()) {
            remarks.notAFact(Place.of(file.name()), null, String.join(", ", others.stream().limit(30).map(TransparencyReportReading::brief).toList()),
                    others.size() + " indicators ask for what the record has no place for.", null);
        }
    }

    /** Whether the report plainly says that there is no information. */
    private static boolean nothing(TransparencyReportTable.Row row) {
        return row.justification().startsWith("No information") && (row.disclosure().isEmpty() || row.disclosure().startsWith("No information"));
    }

    private static String words(TransparencyReportTable.Row row) {
        return row.disclosure().isEmpty() ? row.justification() : row.disclosure();
    }

    private static String brief(String text) {
        String shown = String.valueOf(Wording.shown(text)).replaceAll("\\s+", " ");
        return shown.length() > 300 ? shown.substring(0, shown.offsetByCodePoints(0, Math.min(300, shown.codePointCount(0, shown.length()))))
                + "…" : shown;
    }

    private void score(List<TransparencyReportTable.Row> rows, Draft draft, PlainFile file, @Nullable Day published) {
        long points = rows.stream().filter(row -> row.score().equals("1")).count();
        boolean complete = rows.size() == INDICATORS && rows.stream().allMatch(row -> SCORES.contains(row.score()))
                && rows.stream().map(TransparencyReportTable.Row::indicator).distinct().count() == INDICATORS;
        boolean edition = published != null && published.text().startsWith(EDITION);
        if (complete && edition) {
            draft.index(new IndexEntry("fmti_2025_company_score", BigDecimal.valueOf(points), null, draft.citation().url(), published,
                    "sum of the scores of the " + INDICATORS + " indicators of the report; it is a score of the company's disclosure"));
        } else {
            remarks.notAFact(Place.of(file.name()), null, points + " of " + rows.size(), complete
                    ? "The record has a place for the score of the edition of " + EDITION + " only."
                    : "The report is not complete, so its sum is not the score of the company.", null);
        }
    }
}

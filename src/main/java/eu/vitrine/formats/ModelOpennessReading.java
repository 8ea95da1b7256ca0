package eu.vitrine.formats;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.SourceTier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one file of the Model Openness Framework. */
final class ModelOpennessReading {

    /** Of a language model text goes in and comes out; the other types of the framework say only what comes out, or not even that. */
    private static final Map<String, List<String>> INPUT = Map.of("language", List.of("text"));
    private static final Map<String, List<String>> OUTPUT = Map.of(
            "language", List.of("text"), "image", List.of("image"), "audio", List.of("audio"), "video", List.of("video"), "code", List.of("code"));
    private static final Pattern SIZE = Pattern.compile("[0-9]+(\\.[0-9]+)?\\s?[BMTbmt](illion)?");
    private static final Set<String> READ = Set.of(
            "name", "version", "date", "type", "producer", "huggingface", "license", "components");

    private final LicenceNames names;
    private final Origin origin;
    private final Remarks remarks = new Remarks();

    ModelOpennessReading(LicenceNames names, Origin origin) {
        this.names = names;
        this.origin = origin;
    }

    List<Remark> remarks(@Nullable String slug) {
        return remarks.about(slug);
    }

    @Nullable ImportedRecord read(Source source, Set<String> slugs) {
        PlainFile file = PlainFile.of(source, remarks);
        if (file == null) {
            return null;
        }
        YamlPassage passage = YamlPassage.read(file.text(), file.name(), 0);
        passage.problems().forEach(problem -> remarks.leftOut(file.at(problem.line(), null), null, null, Sentence.of(problem.message()),
                passage.entries().isEmpty() ? null : "What else the file says is read."));
        Values values = new Values(file, remarks);
        if (!(passage.entries().get("release") instanceof Located.Mapping release)) {
            remarks.rejected(Place.of(file.name()), null, "The file does not describe a release, so there is no record to make of it.", null);
            return null;
        }
        String name = values.text(release.get("name"), "release.name", null);
        String slug = name == null || Wording.unfit(name) != null ? null : Codes.slug(name);
        if (name == null || slug == null) {
            remarks.rejected(file.at(release.line(), "release.name"), null, "The release has no name.", null);
            return null;
        }
        Day entered = entered(release.get("date"), values);
        Draft draft = new Draft(new Citation(Citation.of(origin, null).url(), entered == null ? origin.date() : entered, SourceTier.INDEX), remarks);
        String version = version(release, values, file);
        type(release.get("type"), draft, values);
        repository(release.get("huggingface"), draft, values);
        producer(release.get("producer"), draft, values);
        new ModelOpennessComponents(draft, file, values, names).read(release);
        others(release, passage, file);
        if (passage.whole()) {
            Comments.remark(file, Comments.ofYaml(file.text(), 0), remarks);
        }
        return draft.record(Slugs.free(slug, slugs), name, version, null, file.at(release.line(), "release"));
    }

    /** Files of the framework give the day of the entry here, not that of the release: entries for old models have recent dates. */
    private @Nullable Day entered(@Nullable Located node, Values values) {
        String text = values.text(node, "release.date", null);
        if (text == null || node == null) {
            return null;
        }
        Day day = Day.parse(text).filter(each -> each.earliest().getYear() >= 1990 && each.latest().getYear() <= 2199).orElse(null);
        if (day == null) {
            remarks.leftOut(values.at(node, "release.date"), null, text, "This is no day of the calendar.", null);
        } else {
            remarks.notAFact(values.at(node, "release.date"), "model.release.first_public_date", text,
                    "The date counts as that of the entry, and not as the day of the release: entries for old models have recent dates.", null);
        }
        return day;
    }

    private @Nullable String version(Located.Mapping release, Values values, PlainFile file) {
        Located node = release.get("version");
        String text = values.text(node, "release.version", null);
        if (text == null || node == null || Wording.unfit(text) != null) {
            return null;
        }
        if (SIZE.matcher(text).matches()) {
            remarks.notAFact(file.at(node.line(), "release.version"), "model.architecture.parameters_total", text,
                    "This looks like a size and stands in the place of a version, so it is neither.",
                            "Enter the number of parameters from its source.");
            return null;
        }
        return text;
    }

    private void type(@Nullable Located node, Draft draft, Values values) {
        String type = values.text(node, "release.type", "model.modalities.output");
        if (type == null || node == null) {
            return;
        }
        String code = type.toLowerCase(Locale.ROOT);
        Place place = values.at(node, "release.type");
        if (!OUTPUT.containsKey(code)) {
            remarks.notAFact(place, "model.modalities.output", type, "This type does not say what the model generates.",
                    "Enter the modalities by hand.");
            return;
        }
        String note = "from the type of the release, " + Wording.quoted(type);
        if (INPUT.containsKey(code)) {
            draft.model("model.modalities.input", new FactValue.Items(INPUT.get(code)), place, note);
        }
        draft.model("model.modalities.output", new FactValue.Items(OUTPUT.get(code)), place, note);
    }

    private void repository(@Nullable Located node, Draft draft, Values values) {
        String text = values.text(node, "release.huggingface", "model.identifiers.hub_id");
        if (text == null || node == null) {
            return;
        }
        HubName hub = text.startsWith("http") ? HubName.ofAddress(text) : HubName.ofText(text);
        Place place = values.at(node, "release.huggingface");
        if (hub == null) {
            remarks.leftOut(place, "model.identifiers.hub_id", text, "This is no model on the hub.", null);
        } else {
            draft.model("model.identifiers.hub_id", new FactValue.Text(hub.text()), place, null);
        }
    }

    private void producer(@Nullable Located node, Draft draft, Values values) {
        String text = values.text(node, "release.producer", "provider.brand");
        String slug = text == null ? null : Codes.slug(text);
        if (text != null && slug != null && node != null) {
            draft.provider(slug);
            draft.provider("provider.brand", new FactValue.Text(text), values.at(node, "release.producer"), "producer of the release, says the file");
        }
    }

    private void others(Located.Mapping release, YamlPassage passage, PlainFile file) {
        release.entries().forEach((key, value) -> {
            if (!READ.contains(key) && !value.isNull() && !Values.summary(value).isBlank()) {
                String path = "release." + key;
                boolean base = key.equals("origin");
                boolean architecture = key.equals("architecture");
                remarks.notAFact(file.at(value.line(), path), base ? "model.lineage.bases" : architecture ? "model.architecture.kind" : null,
                        Values.summary(value), base ? "Whether this is a base model, a family or a place of origin does not follow from the file."
                                : architecture ? "This does not say whether all parameters take part in each step."
                                : "The key " + Wording.quoted(path) + " says nothing that the record has a place for.", null);
            }
        });
        passage.entries().forEach((key, value) -> {
            if (!key.equals("release") && !key.equals("framework") && !value.isNull()) {
                remarks.notAFact(file.at(passage.lines().getOrDefault(key, value.line()), key), null, Values.summary(value),
                        "The key " + Wording.quoted(key) + " is none of the framework, and the record has no place for it.", null);
            }
        });
    }
}

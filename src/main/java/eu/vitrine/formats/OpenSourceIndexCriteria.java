package eu.vitrine.formats;

import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of an entry, each with a class, links and notes. Few of them ask what the vocabulary asks; of the others the
 * judgement stays a remark.
 */
final class OpenSourceIndexCriteria {

    private static final List<String> CRITERIA = List.of(
            "datasources_basemodel", "datasources_endmodel", "weights_basemodel", "weights_endmodel", "trainingcode", "code",
            "hardware_architecture", "preprint", "paper", "modelcard", "datasheet", "licenses");
    private static final Set<String> CLASSES = Set.of("open", "partial", "closed");
    /** "Weights: Apache-2.0. Code: MIT. Data: ODC-By 1.0, CC0.": a point inside a version does not end it. */
    private static final Pattern PER_ARTEFACT = Pattern.compile("\\b(Weights|Code|Data): ([^\\n]{1,200}?)(?:\\.(?=\\s|$)|$)");
    private static final Map<String, String> ABOUT = Map.of(
            "weights_endmodel", "model.openness.weights", "datasources_basemodel", "model.disclosure.datasets_named",
            "datasources_endmodel", "model.disclosure.datasets_named", "preprint", "model.documentation.technical_report_url",
            "paper", "model.documentation.technical_report_url", "modelcard", "model.documentation.model_card_url", "licenses", "licence.artefacts");

    /** A criterion as the entry has it. */
    private record Criterion(String key, String verdict, List<Values.Item> links, String notes, Place place, Place notesPlace) {}

    private final Draft draft;
    private final PlainFile file;
    private final Values values;
    private final LicenceNames names;
    private final @Nullable HubName hub;
    private final Map<String, Criterion> assessed = new LinkedHashMap<>();

    OpenSourceIndexCriteria(Draft draft, PlainFile file, Values values, LicenceNames names, @Nullable HubName hub) {
        this.draft = draft;
        this.file = file;
        this.values = values;
        this.names = names;
        this.hub = hub;
    }

    void read(YamlPassage passage, @Nullable String endModelLicence, Located.Mapping system) {
        for (String key : CRITERIA) {
            criterion(key, passage.entries().get(key));
        }
        assessed.values().forEach(this::judge);
        licences(endModelLicence, system.get("endmodellicense"));
        passage.entries().forEach((key, value) -> {
            if (!CRITERIA.contains(key) && !key.equals("system") && !key.equals("org") && !value.isNull()) {
                draft.remarks().notAFact(file.at(passage.lines().getOrDefault(key, value.line()), key), null, Values.summary(value),
                        "The key " + Wording.quoted(key) + " is none of the index, and the record has no place for it.", null);
            }
        });
    }

    /** How the index judged, in words. */
    String counts() {
        StringBuilder words = new StringBuilder();
        for (String verdict : List.of("open", "partial", "closed")) {
            long count = assessed.values().stream().filter(each -> each.verdict().equals(verdict)).count();
            words.append(count).append(' ').append(verdict).append(", ");
        }
        return words.append(CRITERIA.size() - assessed.size()).append(" not assessed, of ").append(CRITERIA.size()).append(" criteria").toString();
    }

    private void criterion(String key, @Nullable Located node) {
        if (!(node instanceof Located.Mapping mapping)) {
            return;
        }
        String verdict = mapping.present("class") instanceof Located.Scalar scalar ? scalar.text().strip().toLowerCase(Locale.ROOT) : "";
        if (verdict.isEmpty()) {
            return;
        }
        Place place = file.at(mapping.get("class").line(), key);
        if (!CLASSES.contains(verdict)) {
            draft.remarks().leftOut(place, ABOUT.get(key), verdict, "The class of a criterion is one of open, partial and closed, or empty.", null);
            return;
        }
        List<Values.Item> links = new ArrayList<>();
        if (mapping.present("link") != null) {
            links.addAll(values.texts(mapping.get("link"), key + ".link", ABOUT.get(key)));
        }
        Located noted = mapping.present("notes");
        String notes = noted instanceof Located.Scalar scalar ? scalar.text().strip() : "";
        assessed.put(key, new Criterion(key, verdict, links, notes, place, noted == null ? place : file.at(noted.line(), key + ".notes")));
    }

    private void judge(Criterion criterion) {
        boolean taken = switch (criterion.key()) {
            case "weights_endmodel" -> weights(criterion);
            case "datasources_endmodel" -> datasets(criterion);
            case "datasources_basemodel" -> draft.states("model.disclosure.datasets_named") || open("datasources_endmodel") && open(criterion.key());
            case "preprint", "paper" -> document(criterion, "model.documentation.technical_report_url");
            case "modelcard" -> modelCard(criterion);
            default -> false;
        };
        if (!taken || !criterion.notes().isEmpty() && !criterion.key().equals("licenses")) {
            draft.remarks().notAFact(criterion.place(), ABOUT.get(criterion.key()),
                    criterion.verdict() + (criterion.notes().isEmpty() ? "" : ": " + criterion.notes()),
                    taken ? "The notes of the index on this criterion are for people."
                            : ABOUT.containsKey(criterion.key()) ? "This judgement of the index does not answer what the record asks."
                            : "This is the judgement of the index, and the record has no place for it.", null);
        }
    }

    private boolean open(String key) {
        return assessed.containsKey(key) && assessed.get(key).verdict().equals("open");
    }

    private boolean weights(Criterion criterion) {
        if (criterion.verdict().equals("partial")) {
            return false;
        }
        draft.model("model.openness.weights", new FactValue.Text(criterion.verdict()), criterion.place(), criterion.verdict().equals("open")
                ? "the index says that the weights are shared" : "the index says that the weights are not shared");
        return true;
    }

    private boolean datasets(Criterion criterion) {
        if (!open("datasources_basemodel") || !open(criterion.key())) {
            return false;
        }
        draft.model("model.disclosure.datasets_named", new FactValue.Truth(true), criterion.place(),
                "the index says that all sources of training data, of the base and of the end model, are open to inspection or shared");
        return true;
    }

    private boolean document(Criterion criterion, String fact) {
        boolean one = criterion.links().size() == 1 && Wording.isAddress(criterion.links().getFirst().text());
        if (criterion.verdict().equals("closed") || !one || draft.states(fact)) {
            return false;
        }
        draft.model(fact, new FactValue.Text(criterion.links().getFirst().text()), criterion.links().getFirst().place(),
                "class " + criterion.verdict() + " in the index");
        return true;
    }

    /** A card of another repository is that of another model, such as the base. */
    private boolean modelCard(Criterion criterion) {
        HubName card = criterion.links().size() == 1 ? HubName.ofAddress(criterion.links().getFirst().text()) : null;
        if (card != null && !card.same(hub)) {
            draft.remarks().notAFact(criterion.links().getFirst().place(), "model.documentation.model_card_url",
                    criterion.links().getFirst().text(), "The index links the card of another repository than that of the weights.", null);
            return false;
        }
        return document(criterion, "model.documentation.model_card_url");
    }

    private void licences(@Nullable String endModelLicence, @Nullable Located node) {
        Criterion criterion = assessed.get("licenses");
        boolean weightsNamed = false;
        if (criterion != null) {
            Matcher matcher = PER_ARTEFACT.matcher(criterion.notes().length() > 2000 ? "" : criterion.notes());
            while (matcher.find()) {
                String artefact = matcher.group(1).toLowerCase(Locale.ROOT);
                for (String name : matcher.group(2).split(",\\s+(and\\s+)?")) {
                    weightsNamed |= named(name, artefact, criterion.notesPlace()) && artefact.equals("weights");
                }
            }
        }
        if (endModelLicence == null || node == null) {
            return;
        }
        Place place = values.at(node, "system.endmodellicense");
        LicenceNames.Named licence = LicenceNames.namesNone(endModelLicence) ? null : names.inWords(endModelLicence);
        if (licence == null) {
            draft.remarks().notAFact(place, "licence.id", endModelLicence, "This names no licence.", null);
            return;
        }
        draft.licence(licence, place, "licence of the end model, says the index, in the words " + Wording.quoted(endModelLicence));
        if (!weightsNamed) {
            draft.covers(licence.slug(), "weights", place, "the index gives it as licence of the model and says nothing else of the weights");
        } else if (!draft.covers(licence.slug(), "weights")) {
            draft.remarks().notAFact(place, "licence.artefacts", endModelLicence,
                    "The index names this as licence of the end model, and another one for its weights.",
                            "Read the licence in the repository and enter what it covers.");
        }
    }

    private boolean named(String name, String artefact, Place place) {
        LicenceNames.Named licence = LicenceNames.namesNone(name) ? null : names.inWords(name);
        if (licence == null) {
            draft.remarks().notAFact(place, "licence.artefacts", artefact + ": " + name, "This names no licence.", null);
            return false;
        }
        draft.licence(licence, place, "from the notes of the index on licences, in the words " + Wording.quoted(name));
        draft.covers(licence.slug(), artefact, place, "from the notes of the index on licences");
        return true;
    }
}

package eu.vitrine.formats;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.SourceTier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one entry of the European Open Source AI Index. */
final class OpenSourceIndexReading {

    /** What every file of the index begins with or is divided by, and what is no statement about the model. */
    private static final Pattern BOILERPLATE = Pattern.compile(
            "(?s)(Thank you for contributing|In filling out this yaml|https://osai-index\\.eu|You're free to build|stipulation that attribution"
            + "|and a citation to|Liesenfeld, A\\.|Organization tags:|Training compute:).*");
    private static final Set<String> TYPES = Set.of("text", "code", "image", "audio", "video");
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})\\s+([A-Za-z]{3})[A-Za-z]*");
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final Draft draft;
    private final LicenceNames names;
    private final boolean alone;

    /** @param alone whether the file came by itself, so that the address of the upload is its own */
    OpenSourceIndexReading(LicenceNames names, Origin origin, boolean alone) {
        this.names = names;
        this.alone = alone;
        this.draft = new Draft(Citation.of(origin, SourceTier.INDEX), new Remarks());
    }

    List<Remark> remarks(@Nullable String slug) {
        return draft.remarks().about(slug);
    }

    @Nullable ImportedRecord read(Source source, Set<String> slugs) {
        Remarks remarks = draft.remarks();
        PlainFile file = PlainFile.of(source, remarks);
        if (file == null) {
            return null;
        }
        YamlPassage passage = YamlPassage.read(file.text(), file.name(), 0);
        passage.problems().forEach(problem -> remarks.leftOut(file.at(problem.line(), null), null, null, Sentence.of(problem.message()),
                passage.entries().isEmpty() ? null : "What else the file says is read."));
        Values values = new Values(file, remarks);
        if (!(passage.entries().get("system") instanceof Located.Mapping system)) {
            remarks.rejected(Place.of(file.name()), null,
                    "The file does not describe a system of the index, so there is no record to make of it.", null);
            return null;
        }
        String family = values.text(system.get("name"), "system.name", null);
        String endModel = values.text(system.get("endmodelname"), "system.endmodelname", null);
        String name = endModel != null ? endModel : family;
        String slug = name == null || Wording.unfit(name) != null ? null : Codes.slug(name);
        if (name == null || slug == null) {
            remarks.rejected(file.at(system.line(), "system"), null, "The entry names no model.", null);
            return null;
        }
        system(system, slug, file, values);
        organisation(passage.entries().get("org"), file, values);
        OpenSourceIndexCriteria criteria = new OpenSourceIndexCriteria(draft, file, values, names, hub(system, passage, values));
        criteria.read(passage, values.text(system.get("endmodellicense"), "system.endmodellicense", "licence.id"), system);
        String address = alone ? draft.citation().url() : null;
        draft.index(new IndexEntry("osai_index_entry", null, address, draft.citation().url(), draft.citation().asOf(), criteria.counts()));
        if (passage.whole()) {
            Comments.remark(file, Comments.ofYaml(file.text(), 0).stream()
                    .filter(comment -> !BOILERPLATE.matcher(comment.text()).matches()).toList(), remarks);
        }
        return draft.record(Slugs.free(slug, slugs), name, null, family == null || Wording.unfit(family) != null ? null : family,
                file.at(system.line(), "system"));
    }

    private void system(Located.Mapping system, String slug, PlainFile file, Values values) {
        Located type = system.get("type");
        for (Values.Item item : values.texts(type, "system.type", "model.modalities.output")) {
            List<String> kinds = List.of(item.text().toLowerCase(Locale.ROOT).split("[,;/\\s]+"));
            if (TYPES.containsAll(kinds)) {
                draft.model("model.modalities.output", new FactValue.Items(kinds.stream().distinct().toList()), item.place(),
                        "type of the system in the index");
            } else {
                draft.remarks().notAFact(item.place(), "model.modalities.output", item.text(), "This is none of the types of the index.", null);
            }
        }
        Located released = system.get("releasedate");
        String date = values.text(released, "system.releasedate", "model.release.first_public_date");
        if (date != null && released != null) {
            Place place = values.at(released, "system.releasedate");
            Day day = day(date);
            if (day == null) {
                draft.remarks().leftOut(place, "model.release.first_public_date", date, "This is no year, month or day of the calendar.", null);
            } else {
                draft.model("model.release.first_public_date", new FactValue.Date(day), place,
                        "earliest release by any official source, says the index");
            }
        }
        Located based = system.get("basemodelname");
        String base = values.text(based, "system.basemodelname", "model.lineage.bases");
        String baseSlug = base == null ? null : Codes.slug(base);
        if (base != null && baseSlug != null && based != null && !baseSlug.equals(slug)) {
            draft.model("model.lineage.bases", new FactValue.Rows(List.of(new FactValue.Row(
                            Map.of("model", new FactValue.Text(baseSlug)), null, null))), values.at(based, "system.basemodelname"),
                    "the index names " + Wording.quoted(base) + " as base model and not how the model was made from it");
        }
        Set<String> read = Set.of("name", "endmodelname", "type", "releasedate", "basemodelname", "endmodellicense", "link");
        unused(system, "system", read, file);
    }

    private void organisation(@Nullable Located node, PlainFile file, Values values) {
        if (!(node instanceof Located.Mapping organisation)) {
            return;
        }
        Located named = organisation.get("name");
        String name = values.text(named, "org.name", "provider.brand");
        String slug = name == null ? null : Codes.slug(name);
        if (name != null && slug != null && named != null) {
            draft.provider(slug);
            draft.provider("provider.brand", new FactValue.Text(name), values.at(named, "org.name"),
                    "organisation that released the model, says the index");
        }
        unused(organisation, "org", Set.of("name"), file);
    }

    /** The repository of the end model: where its weights lie, and where the index links the system, if both are on the hub. */
    private @Nullable HubName hub(Located.Mapping system, YamlPassage passage, Values values) {
        Located weights = passage.entries().get("weights_endmodel") instanceof Located.Mapping criterion ? criterion.present("link") : null;
        HubName found = hub(weights, "weights_endmodel.link", values);
        Located link = system.present("link");
        HubName linked = hub(link, "system.link", values);
        if (linked == null && link != null && !Wording.isPlaceholder(Values.summary(link))) {
            draft.remarks().notAFact(values.at(link, "system.link"), null, Values.summary(link),
                    "The key \"system.link\" says nothing that the record has a place for.", null);
        }
        return found != null ? found : linked;
    }

    private @Nullable HubName hub(@Nullable Located node, String path, Values values) {
        HubName hub = node instanceof Located.Scalar scalar ? HubName.ofAddress(scalar.text()) : null;
        if (hub != null && node != null) {
            draft.model("model.identifiers.hub_id", new FactValue.Text(hub.text()), values.at(node, path), "from the link of the index");
        }
        return hub;
    }

    private void unused(Located.Mapping mapping, String prefix, Set<String> read, PlainFile file) {
        mapping.entries().forEach((key, value) -> {
            if (!read.contains(key) && !value.isNull() && !Values.summary(value).isBlank()) {
                String path = prefix + "." + key;
                draft.remarks().notAFact(file.at(value.line(), path), null, Values.summary(value),
                        "The key " + Wording.quoted(path) + " says nothing that the record has a place for.", null);
            }
        });
    }

    private static @Nullable Day day(String text) {
        Matcher month = MONTH.matcher(text);
        String plain = text;
        if (month.matches()) {
            int number = MONTHS.indexOf(month.group(2).toLowerCase(Locale.ROOT)) + 1;
            plain = number == 0 ? text : "%s-%02d".formatted(month.group(1), number);
        }
        return Day.parse(plain).filter(day -> day.earliest().getYear() >= 1990 && day.latest().getYear() <= 2199).orElse(null);
    }
}

package eu.vitrine.formats;

import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The components of a release with their licences. A component without a licence of its own has that of its kind (code, data
 * or document), and where there is none, that of the distribution; "unlicensed" is no licence.
 */
final class ModelOpennessComponents {

    private static final String CODE = "code";
    private static final String DATA = "data";
    private static final String DOCUMENT = "document";

    /**
     * A component of the framework.
     *
     * @param kind whose licence it inherits
     * @param artefact what it is in the vocabulary; null where it is none of its artefacts
     */
    private record Component(String kind, @Nullable String artefact) {}

    private static final Map<String, Component> COMPONENTS = Map.ofEntries(
            Map.entry("model architecture", new Component(CODE, "code")), Map.entry("data preprocessing code", new Component(CODE, "code")),
            Map.entry("training code", new Component(CODE, "code")), Map.entry("inference code", new Component(CODE, "code")),
            Map.entry("evaluation code", new Component(CODE, "code")), Map.entry("supporting libraries and tools", new Component(CODE, "code")),
            Map.entry("model parameters (final)", new Component(DATA, "weights")),
            Map.entry("model parameters (intermediate)", new Component(DATA, null)), Map.entry("datasets", new Component(DATA, "data")),
            Map.entry("evaluation data", new Component(DATA, "data")), Map.entry("model metadata", new Component(DATA, null)),
            Map.entry("sample model outputs", new Component(DATA, "outputs")), Map.entry("model card", new Component(DOCUMENT, "documentation")),
            Map.entry("data card", new Component(DOCUMENT, "documentation")), Map.entry("technical report", new Component(DOCUMENT, "documentation")),
            Map.entry("research paper", new Component(DOCUMENT, "documentation")),
            Map.entry("evaluation results", new Component(DOCUMENT, "documentation")));
    private static final int MOST_NAMED = 20;

    private final Draft draft;
    private final PlainFile file;
    private final Values values;
    private final LicenceNames names;

    /** A licence as the file names it, with the address of its text. */
    private record Stated(String name, Place place, @Nullable Located path) {}

    ModelOpennessComponents(Draft draft, PlainFile file, Values values, LicenceNames names) {
        this.draft = draft;
        this.file = file;
        this.values = values;
        this.names = names;
    }

    void read(Located.Mapping release) {
        Map<String, Stated> whole = whole(release.present("license"));
        if (!(release.present("components") instanceof Located.Sequence components)) {
            return;
        }
        int own = 0;
        int count = 0;
        List<String> listed = new ArrayList<>();
        for (int i = 0; i < components.items().size(); i++) {
            if (components.items().get(i) instanceof Located.Mapping mapping) {
                count++;
                own += mapping.present("license") instanceof Located.Scalar scalar && !scalar.text().isBlank() ? 1 : 0;
                String path = "release.components[" + i + "]";
                String name = values.text(mapping.get("name"), path + ".name", null);
                if (name != null) {
                    listed.add(name.length() > 60 ? name.substring(0, 60) + "…" : name);
                    component(name, mapping, path, whole);
                }
            } else {
                draft.remarks().leftOut(file.at(components.items().get(i).line(), "release.components[" + i + "]"), null, null,
                        "A component has keys and values, not " + components.items().get(i).described() + ".", null);
            }
        }
        draft.remarks().notAFact(file.at(components.line(), "release.components"), null,
                String.join(", ", listed.stream().limit(MOST_NAMED).toList()),
                counts(count, whole.size(), own) + " That a component is listed does not show that it can be had.", null);
    }

    private static String counts(int components, int whole, int own) {
        return (components == 1 ? "1 component is" : components + " components are") + " listed, with " + whole
                + (whole == 1 ? " licence" : " licences") + " of the whole release and " + own + " of single components.";
    }

    private Map<String, Stated> whole(@Nullable Located node) {
        Map<String, Stated> whole = new LinkedHashMap<>();
        if (node instanceof Located.Mapping kinds) {
            kinds.entries().forEach((kind, value) -> {
                if (value instanceof Located.Mapping licence && licence.present("name") instanceof Located.Scalar name && !name.text().isBlank()) {
                    whole.put(kind, new Stated(name.text(), values.at(name, "release.license." + kind + ".name"), licence.present("path")));
                }
            });
        } else if (node instanceof Located.Scalar name && !name.text().isBlank()) {
            whole.put("distribution", new Stated(name.text(), values.at(name, "release.license"), null));
        } else if (node != null) {
            draft.remarks().leftOut(values.at(node, "release.license"), "licence.id", Values.summary(node),
                    "The licences of a release are given by kind (distribution, code, data, document), not as " + node.described() + ".", null);
        }
        return whole;
    }

    private void component(String name, Located.Mapping mapping, String path, Map<String, Stated> whole) {
        Component component = COMPONENTS.get(name.strip().toLowerCase(Locale.ROOT));
        Place place = values.at(mapping, path);
        if (component == null) {
            draft.remarks().notAFact(place, null, name, "This is none of the components of the framework.", null);
            return;
        }
        address(name, mapping, path);
        Stated own = mapping.present("license") instanceof Located.Scalar scalar && !scalar.text().isBlank()
                ? new Stated(scalar.text(), values.at(scalar, path + ".license"), mapping.present("license_path")) : null;
        Stated stated = own != null ? own : whole.getOrDefault(component.kind(), whole.get("distribution"));
        if (stated == null) {
            return;
        }
        LicenceNames.Named licence = LicenceNames.namesNone(stated.name()) ? null : names.identified(stated.name());
        if (licence == null || component.artefact() == null) {
            if (licence == null || own != null) {
                draft.remarks().notAFact(stated.place(), "licence.artefacts", name + ": " + stated.name(),
                        licence == null ? "This names no licence." : "The licence of this component has no place in the record.", null);
            }
            return;
        }
        draft.licence(licence, stated.place(), stated.name().equals(licence.id()) ? null : "in the words " + Wording.quoted(stated.name()));
        draft.covers(licence.slug(), component.artefact(), stated.place(), own == null
                ? "licence of the whole release, inherited by the components without one of their own" : "licence of the component");
        // a release may hold several copies of one text; the first address serves
        if (stated.path() instanceof Located.Scalar text && Wording.isAddress(text.text()) && !draft.licenceStates(licence.slug(), "licence.url")) {
            draft.licence(licence.slug(), "licence.url", new FactValue.Text(text.text()), values.at(text, path), null);
        }
    }

    private void address(String name, Located.Mapping mapping, String path) {
        String fact = switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "model card" -> "model.documentation.model_card_url";
            case "technical report" -> "model.documentation.technical_report_url";
            default -> null;
        };
        if (fact != null && mapping.present("component_path") instanceof Located.Scalar text && Wording.isAddress(text.text())) {
            draft.model(fact, new FactValue.Text(text.text()), values.at(text, path + ".component_path"), null);
        }
    }
}

package eu.vitrine.formats;

import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One bill of materials: finds its models and what belongs to each. */
final class CycloneDxReading {

    static final String MODEL = "machine-learning-model";
    /** A person looks at each record before it is kept. */
    static final int MOST_MODELS = 500;
    /** The versions that know model cards and that this release has read. */
    private static final Set<String> VERSIONS = Set.of("1.5", "1.6", "1.7");

    private final Vocabulary vocabulary;
    private final LicenceNames names;
    private final RecordReader reader;
    private final Origin origin;
    private final Set<String> taken;
    private final List<ImportedRecord> records = new ArrayList<>();
    private final List<Remark> found = new ArrayList<>();
    private final List<BomNode> models = new ArrayList<>();
    private final Map<String, BomNode> byRef = new LinkedHashMap<>();
    private final Map<String, Set<String>> dependencies = new HashMap<>();
    private int others;

    CycloneDxReading(Vocabulary vocabulary, LicenceNames names, RecordReader reader, Origin origin, Set<String> taken) {
        this.vocabulary = vocabulary;
        this.names = names;
        this.reader = reader;
        this.origin = origin;
        this.taken = taken;
    }

    Imported read(Source source) {
        Remarks remarks = new Remarks();
        PlainFile file = PlainFile.of(source, remarks);
        BomNode bom = file == null ? null : root(file, remarks);
        if (bom != null) {
            read(bom, remarks);
        }
        List<Remark> all = new ArrayList<>(remarks.about(null));
        all.addAll(found);
        return new Imported(records, all);
    }

    private @Nullable BomNode root(PlainFile file, Remarks remarks) {
        try {
            BomNode bom = file.text().stripLeading().startsWith("<") ? CycloneDxXml.read(file) : BomJson.read(file);
            String version = bom.text("specVersion");
            if (!"CycloneDX".equals(bom.text("bomFormat"))) {
                remarks.rejected(bom.place(), bom.text("bomFormat"), "The file is no bill of materials of CycloneDX.", null);
                return null;
            }
            if (version == null || !VERSIONS.contains(version)) {
                remarks.rejected(bom.place(), version, "The file is of a version of CycloneDX that is not read; models are read from 1.5, 1.6 and 1.7.",
                        "Export it again in one of these versions.");
                return null;
            }
            return bom;
        } catch (InvalidFile e) {
            Problem problem = e.problems().getFirst();
            remarks.rejected(new Place(file.name(), problem.line(), null), null, "The file cannot be read: " + problem.message() + ".", null);
            return null;
        }
    }

    private void read(BomNode bom, Remarks remarks) {
        BomNode subject = bom.at("metadata", "component");
        if (subject != null) {
            component(subject);
        }
        bom.items("components").forEach(this::component);
        bom.items("dependencies").forEach(this::dependency);
        if (models.isEmpty()) {
            remarks.rejected(bom.place(), null, "The file lists no component of the type " + MODEL + ".", null);
            return;
        }
        if (models.size() > MOST_MODELS) {
            remarks.rejected(models.get(MOST_MODELS).place(), null, "The file lists " + models.size() + " models; the first " + MOST_MODELS
                    + " were read.", "Divide the file.");
        }
        if (others > 0) {
            remarks.notAFact(bom.place(), null, null, others + (others == 1 ? " component of the file is no model and was" : " components of the file are no models and were")
                    + " left out.", null);
        }
        Citation citation = citation(bom, remarks);
        Map<String, List<BomNode>> services = services(bom, remarks);
        for (BomNode model : models.subList(0, Math.min(models.size(), MOST_MODELS))) {
            Remarks own = new Remarks();
            BomDraft draft = new BomDraft(citation, own, properties(model, own));
            ImportedRecord record = new CycloneDxModel(draft, names, vocabulary, this).read(
                    model, services.getOrDefault(String.valueOf(model.text("bom-ref")), List.of()), taken, reader);
            if (record != null) {
                records.add(record);
            }
            found.addAll(own.about(record == null ? null : record.file().slug()));
        }
    }

    private BomOwn properties(BomNode model, Remarks remarks) {
        BomOwn own = new BomOwn(vocabulary, reader, remarks);
        for (BomNode property : model.items("properties")) {
            String name = property.text("name");
            if (BomOwn.isOurs(name)) {
                own.read(name, property.text("value"), property);
            }
        }
        return own;
    }

    private void component(BomNode component) {
        String ref = component.text("bom-ref");
        boolean model = MODEL.equals(component.text("type"));
        BomNode known = ref == null ? null : byRef.putIfAbsent(ref, component);
        if (model && (known == null || !MODEL.equals(known.text("type")))) {
            models.add(component);
        } else if (!model && component.keys().contains("type") && !Set.of("data", "file").contains(String.valueOf(component.text("type")))) {
            others++;
        }
        if (!model) {
            component.items("components").forEach(this::component);
        }
    }

    private void dependency(BomNode dependency) {
        String ref = dependency.text("ref");
        if (ref != null) {
            for (String key : List.of("dependsOn", "provides")) {
                for (BomNode on : dependency.items(key)) {
                    String target = on.text() == null ? on.text("ref") : on.text();
                    if (target != null) {
                        dependencies.computeIfAbsent(ref, each -> new LinkedHashSet<>()).add(target);
                    }
                }
            }
        }
    }

    private Citation citation(BomNode bom, Remarks remarks) {
        BomNode time = bom.at("metadata", "timestamp");
        String text = time == null ? null : time.text();
        Day day = text == null || text.length() < 10 ? null : Day.parse(text.substring(0, 10)).orElse(null);
        if (time != null && day == null) {
            remarks.leftOut(time.place(), null, text, "The time of the file begins with no date of the calendar.", null);
        }
        return Citation.of(new Origin(origin.url(), day == null ? origin.date() : day), null);
    }

    /** The services that the dependencies of the file connect with a model, by the reference of the model. */
    private Map<String, List<BomNode>> services(BomNode bom, Remarks remarks) {
        Map<String, Set<String>> users = new HashMap<>();
        Set<String> references = new LinkedHashSet<>();
        for (BomNode model : models) {
            String reference = model.text("bom-ref");
            if (reference != null && references.add(reference)) {
                dependencies.getOrDefault(reference, Set.of()).forEach(on -> users.computeIfAbsent(on, each -> new LinkedHashSet<>()).add(reference));
            }
        }
        Map<String, List<BomNode>> services = new HashMap<>();
        for (BomNode service : bom.items("services")) {
            String reference = String.valueOf(service.text("bom-ref"));
            Set<String> offered = new LinkedHashSet<>(dependencies.getOrDefault(reference, Set.of()));
            offered.retainAll(references);
            offered.addAll(users.getOrDefault(reference, Set.of()));
            offered.forEach(model -> services.computeIfAbsent(model, each -> new ArrayList<>()).add(service));
            if (offered.isEmpty()) {
                remarks.notAFact(service.place(), "service.models", service.text("name"), "The file does not say that this service offers one of the models.", null);
            }
        }
        return services;
    }

    /** The components of type data on which a model depends. */
    List<BomNode> data(BomNode model) {
        return dependencies.getOrDefault(String.valueOf(model.text("bom-ref")), Set.of()).stream().map(byRef::get)
                .filter(java.util.Objects::nonNull).filter(each -> "data".equals(each.text("type"))).toList();
    }

    /** The component of this reference, or null. */
    @Nullable BomNode component(String ref) {
        return byRef.get(ref);
    }
}

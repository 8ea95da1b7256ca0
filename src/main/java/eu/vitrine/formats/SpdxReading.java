package eu.vitrine.formats;

import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One SPDX document: finds its AI packages. */
final class SpdxReading {

    private final Vocabulary vocabulary;
    private final LicenceNames names;
    private final RecordReader reader;
    private final Origin origin;
    private final Set<String> taken;

    SpdxReading(Vocabulary vocabulary, LicenceNames names, RecordReader reader, Origin origin, Set<String> taken) {
        this.vocabulary = vocabulary;
        this.names = names;
        this.reader = reader;
        this.origin = origin;
        this.taken = taken;
    }

    Imported read(Source source) {
        Remarks remarks = new Remarks();
        List<ImportedRecord> records = new ArrayList<>();
        List<Remark> found = new ArrayList<>();
        PlainFile file = PlainFile.of(source, remarks);
        if (file != null) {
            try {
                BomNode root = BomJson.read(file);
                graph(SpdxGraph.of(root, remarks), root, remarks, records, found);
            } catch (InvalidFile e) {
                Problem problem = e.problems().getFirst();
                remarks.rejected(new Place(file.name(), problem.line(), null), null, "The file cannot be read: " + problem.message() + ".", null);
            }
        }
        List<Remark> all = new ArrayList<>(remarks.about(null));
        all.addAll(found);
        return new Imported(records, all);
    }

    private void graph(SpdxGraph graph, BomNode root, Remarks remarks, List<ImportedRecord> records, List<Remark> found) {
        List<BomNode> packages = graph.ofType("ai_AIPackage");
        if (packages.isEmpty()) {
            remarks.rejected(root.place(), null, "The file has no element of the type ai_AIPackage.", null);
        }
        if (packages.size() > CycloneDxReading.MOST_MODELS) {
            remarks.rejected(packages.get(CycloneDxReading.MOST_MODELS).place(), null, "The file has " + packages.size() + " AI packages; the first "
                    + CycloneDxReading.MOST_MODELS + " were read.", "Divide the file.");
        }
        for (BomNode model : graph.ofType("software_Package")) {
            if ("model".equals(model.text("software_primaryPurpose")) && graph.relations(model, "descendantOf!").isEmpty()) {
                remarks.notAFact(model.place(), null, model.text("name"), "This package is for a model and is no AI package; it was left out.", null);
            }
        }
        for (BomNode model : packages.subList(0, Math.min(packages.size(), CycloneDxReading.MOST_MODELS))) {
            Remarks own = new Remarks();
            Day created = graph.created(model);
            Citation citation = Citation.of(new Origin(origin.url(), created == null ? origin.date() : created), null);
            BomDraft draft = new BomDraft(citation, own, properties(model, own));
            ImportedRecord record = new SpdxModel(draft, names, graph).read(model, taken, reader);
            if (record != null) {
                records.add(record);
            }
            found.addAll(own.about(record == null ? null : record.file().slug()));
        }
    }

    private BomOwn properties(BomNode model, Remarks remarks) {
        BomOwn own = new BomOwn(vocabulary, reader, remarks);
        for (BomNode extension : model.items("extension")) {
            for (BomNode property : extension.items("extension_cdxProperty")) {
                String name = property.text("extension_cdxPropName");
                if (BomOwn.isOurs(name)) {
                    own.read(name, property.text("extension_cdxPropValue"), property);
                } else {
                    remarks.notAFact(property.place(), null, property.summary(), "A property means what its author agreed with others; it is no fact here.", null);
                }
            }
            if (extension.items("extension_cdxProperty").isEmpty()) {
                remarks.notAFact(extension.place(), null, extension.summary(), "An extension means what its author agreed with others; it is no fact here.", null);
            }
        }
        return own;
    }
}

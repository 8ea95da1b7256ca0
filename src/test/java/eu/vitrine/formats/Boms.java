package eu.vitrine.formats;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.facts.VocabularyReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What tests of bills of materials share: formats, records, official schemas. */
final class Boms {

    static final Vocabulary VOCABULARY = vocabulary();
    static final CycloneDx CYCLONE_DX = new CycloneDx(VOCABULARY, LicenceBook.shipped(VOCABULARY));
    static final SpdxDocument SPDX = new SpdxDocument(VOCABULARY, LicenceBook.shipped(VOCABULARY));
    static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    static final Path SAMPLES = Path.of("../shared/catalogue/exchange-samples");
    static final List<RecordFile> CATALOGUE = catalogue();

    private static final Map<String, Schema> SCHEMAS = Map.of(
            "1.6", schema("http://cyclonedx.org/schema/bom-1.6.schema.json", SpecificationVersion.DRAFT_7),
            "1.7", schema("http://cyclonedx.org/schema/bom-1.7.SNAPSHOT.schema.json", SpecificationVersion.DRAFT_7),
            "spdx", schema("https://spdx.org/schema-v3.0.1.json", SpecificationVersion.DRAFT_2020_12));

    private Boms() {}

    private static Vocabulary vocabulary() {
        try (Stream<Path> files = Files.list(Path.of("policies/vocabulary"))) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return VocabularyReader.read(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RecordFile> catalogue() {
        List<Source> files = new String(resource("/catalogue/index.txt"), StandardCharsets.UTF_8).lines()
                .map(name -> new Source(name, resource("/catalogue/" + name))).toList();
        return RecordReader.with(VOCABULARY).read(files).records();
    }

    static RecordFile shipped(String slug) {
        return CATALOGUE.stream().filter(record -> record.slug().equals(slug)).findFirst().orElseThrow();
    }

    static byte[] resource(String name) {
        try (InputStream in = Boms.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of our fixtures. */
    static Source fixture(String name) {
        return new Source(name, resource("/formats/" + name));
    }

    static Source sample(String name) throws IOException {
        Path path = SAMPLES.resolve(name);
        return new Source(path.getFileName().toString(), Files.readAllBytes(path));
    }

    static Source text(String name, String text) {
        return new Source(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The value of a fact in words that a test can compare. */
    static @Nullable Object value(Facts facts, String id) {
        return switch (facts.get(id).claim().value()) {
            case null -> null;
            case FactValue.Text text -> text.value();
            case FactValue.Items items -> items.values();
            case FactValue.Date date -> date.day().text();
            case FactValue.Truth truth -> truth.value();
            case FactValue.Amount amount -> amount.value();
            case FactValue.Rows rows -> rows.rows().stream().map(row -> row.cells().toString()).toList();
        };
    }

    /** What the official JSON schema finds wrong. */
    static List<String> wrongJson(byte[] bytes, String schema) {
        return SCHEMAS.get(schema).validate(new String(bytes, StandardCharsets.UTF_8), InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage()).toList();
    }

    private static Schema schema(String location, SpecificationVersion version) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(version, builder -> builder.schemas(Boms::schemaText));
        return registry.getSchema(SchemaLocation.of(location));
    }

    private static @Nullable String schemaText(String iri) {
        String name = iri.substring(iri.lastIndexOf('/') + 1);
        String place = name.contains("SNAPSHOT") ? "/formats/cyclonedx-1.7/" + name
                : name.equals("bom-1.7.schema.json") ? "/formats/cyclonedx-1.7/bom-1.7.SNAPSHOT.schema.json"
                : name.startsWith("schema-v3") ? "/resources/" + name : iri.contains("cyclonedx.org") ? "/" + name : null;
        return place == null ? null : new String(resource(place), StandardCharsets.UTF_8);
    }

    /** What the official XML schema finds wrong. */
    static List<String> wrongXml(byte[] bytes, String version) {
        boolean newest = version.equals("1.7");
        List<String> wrong = new ArrayList<>();
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            javax.xml.validation.Validator validator = factory.newSchema(new StreamSource[] {
                    new StreamSource(new ByteArrayInputStream(resource(newest ? "/formats/cyclonedx-1.7/spdx.SNAPSHOT.xsd" : "/spdx.xsd"))),
                    new StreamSource(new ByteArrayInputStream(resource(newest ? "/formats/cyclonedx-1.7/bom-1.7.SNAPSHOT.xsd" : "/bom-1.6.xsd")))})
                    .newValidator();
            validator.setErrorHandler(new Collecting(wrong));
            validator.validate(new StreamSource(new ByteArrayInputStream(bytes)));
        } catch (SAXException | IOException e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
        return wrong;
    }

    private record Collecting(List<String> wrong) implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            wrong.add(String.valueOf(e.getMessage()));
        }

        @Override
        public void error(SAXParseException e) {
            wrong.add(String.valueOf(e.getMessage()));
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}

package eu.vitrine.formats;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes values out of a record for fields that hold them as they are, and remembers which it took. */
final class BomFields {

    private final Vocabulary vocabulary;
    private final Set<String> taken = new HashSet<>();

    BomFields(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Keys of the facts that fields hold. */
    Set<String> taken() {
        return taken;
    }

    /** A short text that reads back as it is, or null. */
    @Nullable String text(Kind kind, @Nullable String part, Facts facts, String id) {
        return facts.get(id).claim().value() instanceof FactValue.Text text && BomWords.survives(text.value())
                ? take(kind, part, id, text.value()) : null;
    }

    /** The package URL, or null. */
    @Nullable String purl(Facts facts) {
        String id = "model.identifiers.purl";
        return facts.get(id).claim().value() instanceof FactValue.Text text && text.value().startsWith("pkg:") && isUri(text.value())
                ? text(Kind.MODEL, null, facts, id) : null;
    }

    /** An address that every encoding can write, or null. */
    @Nullable String address(Kind kind, @Nullable String part, Facts facts, String id) {
        return facts.get(id).claim().value() instanceof FactValue.Text text && isAddress(text.value()) ? take(kind, part, id, text.value()) : null;
    }

    private static boolean isAddress(String text) {
        return Wording.isAddress(text) && isUri(text);
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).toASCIIString().equals(text);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Every address of a part by the id of its fact, but for one that has a field of its own. */
    Map<String, String> addresses(Kind kind, @Nullable String part, Facts facts, Set<String> but) {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (Fact fact : facts.all()) {
            FactDeclaration declared = vocabulary.get(fact.id());
            String address = declared.type() == FactType.URL && !declared.judgement() && !but.contains(fact.id()) ? address(kind, part, facts, fact.id()) : null;
            if (address != null) {
                addresses.put(fact.id(), address);
            }
        }
        return addresses;
    }

    String label(String id) {
        return vocabulary.get(id).label();
    }

    /** Modalities that formats of data name; empty where one of them has no such name. */
    List<String> modalities(Facts facts, String id) {
        if (!(facts.get(id).claim().value() instanceof FactValue.Items items) || items.values().isEmpty()
                || new HashSet<>(items.values()).size() < items.values().size()
                || !items.values().stream().allMatch(each -> each.equals(BomWords.modality(each)))) {
            return List.of();
        }
        return take(Kind.MODEL, null, id, items.values());
    }

    /** The kind of architecture in words that name it, or null. */
    @Nullable String architecture(Facts facts) {
        String id = "model.architecture.kind";
        if (!(facts.get(id).claim().value() instanceof FactValue.Text text)) {
            return null;
        }
        String words = text.value().replace('_', ' ');
        return text.value().equals(BomWords.architecture(words)) ? take(Kind.MODEL, null, id, words) : null;
    }

    /** The figure of a quantity without interval, written out, or null. */
    @Nullable String figure(Facts facts, String id) {
        if (!(facts.get(id).claim().value() instanceof FactValue.Amount amount) || amount.statesInterval() || amount.value() == null) {
            return null;
        }
        BigDecimal value = amount.value();
        return value.stripTrailingZeros().scale() <= 0 && value.precision() - value.scale() <= 15 ? take(Kind.MODEL, null, id, value.toPlainString()) : null;
    }

    /** A full date, or null. */
    @Nullable String day(Facts facts, String id) {
        return facts.get(id).claim().value() instanceof FactValue.Date date && date.day().earliest().equals(date.day().latest())
                ? take(Kind.MODEL, null, id, date.day().text()) : null;
    }

    /** The SHA-256 of the weights, or null. */
    @Nullable String sha256(Facts facts) {
        String id = "model.identifiers.artefact_sha256";
        return facts.get(id).claim().value() instanceof FactValue.Text text && text.value().matches("[0-9a-f]{64}")
                ? take(Kind.MODEL, null, id, text.value()) : null;
    }

    /** Names of the bases; what else is known of them has no field. */
    List<String> bases(Facts facts) {
        return facts.get("model.lineage.bases").claim().value() instanceof FactValue.Rows rows ? rows.rows().stream()
                .map(row -> row.cell("model")).filter(FactValue.Text.class::isInstance).map(cell -> ((FactValue.Text) cell).value()).distinct().toList()
                : List.of();
    }

    private <T> T take(Kind kind, @Nullable String part, String id, T value) {
        taken.add(BomProperties.key(kind, part, id));
        return value;
    }
}

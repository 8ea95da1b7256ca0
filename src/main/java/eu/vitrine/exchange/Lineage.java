package eu.vitrine.exchange;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a model takes over from the models it was made from. */
public final class Lineage {

    /** The table of base models. */
    public static final String BASES = "model.lineage.bases";
    private static final String BASE = "model";
    private static final String RELATION = "relation";
    /** Relations by which one original was modified, so that the line of one third can be asked. */
    private static final Set<String> MODIFICATIONS = Set.of("fine_tune", "continued_pretraining", "quantised", "adapter");
    private static final String BY_SAME_PROVIDER = "model.lineage.modified_by_original_provider";
    private static final String ORIGINAL_COMPUTE = "model.lineage.original_compute";
    private static final String COMPUTE = "model.training.compute";
    /** A longer chain of bases is a mistake in the records. */
    private static final int LONGEST = 12;

    private Lineage() {}

    /** The facts named here, to be found in the vocabulary at start. */
    public static List<String> factsNamed() {
        return List.of(BASES, BY_SAME_PROVIDER, ORIGINAL_COMPUTE, COMPUTE);
    }

    /** @param model slug of the base, or its name where it has no record */
    public record Base(String model, String relation) {}

    /**
     * A fact that a model has from its base.
     *
     * @param fact the fact as the base states it
     * @param base slug of the record that states it
     * @param relation how the model came from its base
     */
    public record Inherited(Fact fact, String base, String relation) {}

    /** The models that a model was directly made from, in the order of its record; a row that lacks model or relation is left out. */
    public static List<Base> bases(Facts model) {
        if (!(model.get(BASES).claim().value() instanceof FactValue.Rows rows)) {
            return List.of();
        }
        List<Base> bases = new ArrayList<>();
        for (FactValue.Row row : rows.rows()) {
            if (row.cell(BASE) instanceof FactValue.Text(String base) && row.cell(RELATION) instanceof FactValue.Text(String relation)) {
                bases.add(new Base(base, relation));
            }
        }
        return bases;
    }

    /**
     * The facts that a model has from its base until its own record says otherwise, as the vocabulary declares; of a model with
     * several bases none, because nobody can tell from which. Rules do not read them.
     *
     * @param models finds the record of a model by slug
     */
    public static Map<String, Inherited> inherited(String slug, Facts model, Vocabulary vocabulary, Function<String, Optional<Facts>> models) {
        Map<String, Inherited> found = new LinkedHashMap<>();
        for (FactDeclaration declared : vocabulary.facts()) {
            if (!declared.inheritedBy().isEmpty() && isSilent(model.get(declared.id()))) {
                from(slug, model, declared, models).ifPresent(inherited -> found.put(declared.id(), inherited));
            }
        }
        return found;
    }

    private static Optional<Inherited> from(String slug, Facts model, FactDeclaration declared, Function<String, Optional<Facts>> models) {
        Facts at = model;
        Set<String> seen = new HashSet<>(Set.of(slug));
        String first = null;
        for (int i = 0; i < LONGEST; i++) {
            List<Base> bases = bases(at);
            if (bases.size() != 1 || !declared.inheritedBy().contains(bases.getFirst().relation()) || !seen.add(bases.getFirst().model())) {
                return Optional.empty();
            }
            Base base = bases.getFirst();
            first = first == null ? base.relation() : first;
            Facts facts = models.apply(base.model()).orElse(null);
            if (facts == null) {
                return Optional.empty();
            }
            Fact fact = facts.get(declared.id());
            if (!isSilent(fact)) {
                State state = fact.state();
                return state == State.VALUE || state == State.NONE ? Optional.of(new Inherited(fact, base.model(), first)) : Optional.empty();
            }
            at = facts;
        }
        return Optional.empty();
    }

    private static boolean isSilent(Fact fact) {
        return fact.state() == State.UNKNOWN && fact.also().isEmpty();
    }

    /**
     * The model whose compute stands for that of the original where the record does not state it: the one base of a model that
     * another actor modified, or may have. Section 3.2 of the Commission's guidelines measures a modification against it.
     */
    static Optional<String> original(Facts model) {
        boolean sameProvider = model.get(BY_SAME_PROVIDER).claim().value() instanceof FactValue.Truth(boolean same) && same;
        List<Base> bases = bases(model);
        return sameProvider || bases.size() != 1 || !MODIFICATIONS.contains(bases.getFirst().relation()) || !isSilent(model.get(ORIGINAL_COMPUTE))
                ? Optional.empty() : Optional.of(bases.getFirst().model());
    }

    /** The compute of the original, as the record of the original gives it; empty where it gives no figure. */
    static Optional<Fact> originalCompute(RecordFile original) {
        Claim compute = original.model().get(COMPUTE).claim();
        if (compute.state() != State.VALUE) {
            return Optional.empty();
        }
        String note = "Taken from the record of " + original.name() + " (" + original.slug() + ")."
                + (compute.note() == null ? "" : " " + compute.note());
        return Optional.of(new Fact(ORIGINAL_COMPUTE, new Claim(compute.state(), compute.value(), compute.completeness(), compute.sourceUrl(),
                compute.asOf(), note, compute.searched(), compute.tier(), compute.checkedOn(), compute.evidence()), List.of()));
    }

    /** The original of a model among these records, or empty. */
    static Optional<RecordFile> originalAmong(RecordFile model, Iterable<RecordFile> records) {
        Optional<String> slug = original(model.model()).filter(named -> !named.equals(model.slug()));
        for (RecordFile one : slug.isEmpty() ? List.<RecordFile>of() : records) {
            if (one.slug().equals(slug.get()) && one.stated().contains(Kind.MODEL)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The slug of the record that assessing a model would read for the compute of its original; empty where it reads none. */
    public static Optional<String> readForOriginal(RecordFile model) {
        return original(model.model()).filter(named -> !named.equals(model.slug()));
    }
}

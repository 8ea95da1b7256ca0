package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import eu.vitrine.exchange.RecordDiff;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.RecordName;
import eu.vitrine.web.DatesInWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a change of a record does to answers. Both states of the record are evaluated by the policy set in force and the law of
 * today, gathered as an assessment gathers, with all other records as they are now; nothing is kept.
 *
 * <p>A change matters if making it alone, or taking it back alone, moves one of the answers that changed. For an answer that no
 * single change moves, and where too many would have to be tried, all changed facts that it reads matter.
 */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class Effects {

    /** A licence may be that of a thousand models; a page waits for no more than so many. */
    private static final int MOST = 24;
    /** Nor for the trial of more single changes than these, over all records. */
    private static final int MOST_TRIED = 40;

    private final ModelRegistry registry;
    private final Policies policies;
    private final DatesInWords dates;

    Effects(ModelRegistry registry, Policies policies, DatesInWords dates) {
        this.registry = registry;
        this.policies = policies;
        this.dates = dates;
    }

    /**
     * What changes if a record said the one thing and then the other.
     *
     * @param before in the shape in which {@link eu.vitrine.registry.Edition} gives it
     * @param after likewise
     * @throws eu.vitrine.registry.NoSuchRecord if there is no such record
     */
    public Effect between(Kind kind, RecordFile before, RecordFile after) {
        List<RecordName> readers = readers(kind, after.slug(), after.name());
        List<RecordName> looked = readers.subList(0, Math.min(MOST, readers.size()));
        var records = new ArrayList<Effect.OfRecord>();
        var decisive = new LinkedHashSet<String>();
        int left = MOST_TRIED;
        for (RecordName reader : looked) {
            Evaluation then = evaluate(reader, kind, before);
            Evaluation now = evaluate(reader, kind, after);
            List<Deviation> deviations = Deviation.between(StoredEvaluation.of(then), StoredEvaluation.of(now));
            if (!deviations.isEmpty()) {
                records.add(Effect.OfRecord.of(reader, deviations, policies.current()));
                var answers = new Decisive(kind, before, after, file -> evaluate(reader, kind, file), deviations, then, now);
                int tried = answers.candidates().size();
                decisive.addAll(answers.among(tried <= left));
                left -= tried <= left ? tried : 0;
            }
        }
        return new Effect(records, looked.size(), readers.size() - looked.size(), decisive);
    }

    private Evaluation evaluate(RecordName reader, Kind kind, RecordFile file) {
        PolicySet set = policies.current();
        return set.evaluate(registry.supposing(reader.kind(), reader.slug(), kind, file), dates.today());
    }

    /** The records whose answers rest on this one: itself, models that refer to it, uses of any of them; each once. */
    private List<RecordName> readers(Kind kind, String slug, String name) {
        var self = new RecordName(kind, slug, name);
        Set<RecordName> readers = new LinkedHashSet<>();
        switch (kind) {
            case MODEL, USE -> readers.add(self);
            case PROVIDER -> readers.addAll(seen(registry.provider(slug).models()));
            case LICENCE -> readers.addAll(seen(registry.licence(slug).models()));
            case SERVICE -> {
                readers.addAll(seen(registry.service(slug).models()));
                readers.addAll(registry.usesOf(Kind.SERVICE, slug));
            }
            case ORGANISATION -> {
                readers.add(self);
                readers.addAll(registry.all(Kind.USE));
            }
        }
        readers.stream().filter(reader -> reader.kind() == Kind.MODEL).limit(MOST).toList()
                .forEach(model -> readers.addAll(registry.usesOf(Kind.MODEL, model.slug())));
        return List.copyOf(readers);
    }

    /** Those of these models that the person may know of. */
    private List<RecordName> seen(List<RecordName> models) {
        Set<String> seen = registry.named(Kind.MODEL, models.stream().map(RecordName::slug).toList()).keySet();
        return models.stream().filter(model -> seen.contains(model.slug())).toList();
    }

    /** The facts and references of a record that differ. */
    static Set<String> changed(Kind kind, RecordFile before, RecordFile after) {
        RecordDiff diff = RecordDiff.between(kind, before, after);
        Set<String> changed = new LinkedHashSet<>();
        diff.attributes().forEach(attribute -> changed.add(attribute.name()));
        diff.facts().forEach(fact -> changed.add(fact.id()));
        return changed;
    }
}

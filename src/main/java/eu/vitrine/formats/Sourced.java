package eu.vitrine.formats;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import java.util.List;

/** Gives claims the source and date of their file where they name none of their own. */
final class Sourced {

    private Sourced() {}

    static RecordFile from(Origin origin, RecordFile file) {
        if (origin.equals(Origin.UNKNOWN)) {
            return file;
        }
        return new RecordFile(file.shape(), file.slug(), file.name(), file.version(), file.family(), facts(origin, file.model()),
                file.provider() == null ? null : part(origin, file.provider()), parts(origin, file.licences()), parts(origin, file.services()),
                facts(origin, file.use()), facts(origin, file.organisation()), file.findings(), file.indices(), file.opinions(), file.gaps(),
                file.recordWritten());
    }

    private static List<Subject.Part> parts(Origin origin, List<Subject.Part> parts) {
        return parts.stream().map(part -> part(origin, part)).toList();
    }

    private static Subject.Part part(Origin origin, Subject.Part part) {
        return new Subject.Part(part.kind(), part.slug(), facts(origin, part.facts()));
    }

    private static Facts facts(Origin origin, Facts facts) {
        return Facts.of(facts.all().stream().map(fact -> new Fact(fact.id(), claim(origin, fact.claim()), fact.also(), fact.chosenBecause())).toList());
    }

    private static Claim claim(Origin origin, Claim claim) {
        if (claim.state() == State.UNKNOWN || claim.sourceUrl() != null) {
            return claim;
        }
        return new Claim(claim.state(), claim.value(), claim.completeness(), origin.url(), claim.asOf() == null ? origin.date() : claim.asOf(),
                claim.note(), claim.searched(), claim.tier(), claim.checkedOn(), claim.evidence());
    }
}

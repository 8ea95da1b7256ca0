package eu.vitrine.issuance;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.assessment.Assessment;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.assessment.IssuedFiles.IssuedFile;
import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.dossier.Beside;
import eu.vitrine.dossier.Determined;
import eu.vitrine.dossier.DossierContent;
import eu.vitrine.dossier.Issue;
import eu.vitrine.exchange.KeptObservations;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Observation;
import eu.vitrine.facts.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The dossiers of assessments, for officer, approver and auditor. */
@Service
@PreAuthorize("hasAnyRole('OFFICER', 'APPROVER', 'AUDITOR')")
public class Dossiers {

    private final Assessments assessments;
    private final DossierShelf shelf;
    private final Renderer renderer;
    private final Product product;
    private final DeterminedWords determined;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final Clock clock;
    private final TransactionOperations transactions;

    Dossiers(Assessments assessments, DossierShelf shelf, Renderer renderer, Product product, DeterminedWords determined, AuditTrail trail, CurrentActor current,
            Clock clock, TransactionOperations transactions) {
        this.assessments = assessments;
        this.shelf = shelf;
        this.renderer = renderer;
        this.product = product;
        this.determined = determined;
        this.trail = trail;
        this.current = current;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * The dossier of an assessment of a model: issued now if it never was, else the file that was issued. Each download is recorded.
     *
     * @throws eu.vitrine.assessment.NoSuchAssessment if there is no such assessment
     * @throws DossierAltered if the kept file was changed
     */
    public IssuedDossier download(String slug, int number) {
        return download(Kind.MODEL, slug, number);
    }

    /** The same of a record of any kind that is assessed. */
    public IssuedDossier download(Kind kind, String slug, int number) {
        assessments.line(kind, slug, number);
        var kept = shelf.file(slug, number);
        if (kept.isPresent()) {
            return handedOut(slug, number, kept.get());
        }
        Assessment assessment = assessments.byNumber(kind, slug, number);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Determined> beside = determined.of(kind, slug);
        byte[] file = renderer.current().render(content(assessment, new Issue(assessment.number(), assessment.revision(), at, product.version(), null, beside)));
        Actor by = current.actor();
        IssuedDossier dossier = new IssuedDossier(DossierShelf.name(slug, number),
                new IssuedFile(Sha256.of(file), file.length, at, by.name()), file);
        try {
            transactions.executeWithoutResult(status -> {
                shelf.put(slug, number, dossier, by, product.version());
                trail.record(entry("dossier.issued", slug, number, dossier).with("determinations", beside.stream().map(Determined::number).toList()));
            });
            return dossier;
        } catch (DuplicateKeyException e) {
            // Somebody else issued it in the same moment; theirs counts.
            return handedOut(slug, number, shelf.file(slug, number).orElseThrow(() -> e));
        }
    }

    private IssuedDossier handedOut(String slug, int number, IssuedDossier dossier) {
        transactions.executeWithoutResult(status -> trail.record(entry("dossier.downloaded", slug, number, dossier)));
        return dossier;
    }

    private AuditEntry entry(String action, String slug, int number, IssuedDossier dossier) {
        return AuditEntry.of(current.actor(), action, new AuditEntry.Subject("dossier", slug, (long) number))
                .with("sha256", dossier.about().sha256()).with("size", dossier.about().size());
    }

    /** Everything comes from the assessment; the registry is not asked. */
    DossierContent content(Assessment assessment, Issue issue) {
        RecordFile record = assessment.record();
        return new DossierContent(assessment.subject(), assessment.evaluation(), assessment.set().vocabulary(), assessment.set(),
                observed(assessment), record.indices(), record.opinions(), record.gaps(), record.canonical(), beside(assessment),
                issue);
    }

    /** As they were when it was assessed; an assessment of an earlier release kept those of the record alone. */
    private static DossierContent.Observed observed(Assessment assessment) {
        List<Observation> kept = assessment.observations();
        return kept == null ? DossierContent.Observed.stated(assessment.record().findings())
                : new DossierContent.Observed(kept, KeptObservations.bytes(kept));
    }

    private static List<Beside> beside(Assessment assessment) {
        return assessment.beside().stream().map(one -> new Beside(one.slug(), one.name(), one.stated(), one.canonical())).toList();
    }
}

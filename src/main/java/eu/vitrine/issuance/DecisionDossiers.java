package eu.vitrine.issuance;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.approval.ApprovalRequest;
import eu.vitrine.approval.Approvals;
import eu.vitrine.approval.BasisLine;
import eu.vitrine.approval.NotDecided;
import eu.vitrine.assessment.Assessment;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.assessment.IssuedFiles.IssuedFile;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.dossier.Decided;
import eu.vitrine.dossier.Determined;
import eu.vitrine.dossier.Issue;
import eu.vitrine.facts.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The dossiers of decisions on uses, for officer, approver and auditor. */
@Service
@PreAuthorize("hasAnyRole('OFFICER', 'APPROVER', 'AUDITOR')")
public class DecisionDossiers {

    private final Approvals approvals;
    private final Assessments assessments;
    private final DecisionWords words;
    private final DecisionShelf shelf;
    private final Dossiers dossiers;
    private final Renderer renderer;
    private final Product product;
    private final DeterminedWords determined;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final Clock clock;
    private final TransactionOperations transactions;

    DecisionDossiers(Approvals approvals, Assessments assessments, DecisionWords words, DecisionShelf shelf, Dossiers dossiers, Renderer renderer, Product product, DeterminedWords determined,
            AuditTrail trail, CurrentActor current, Clock clock, TransactionOperations transactions) {
        this.approvals = approvals;
        this.assessments = assessments;
        this.words = words;
        this.shelf = shelf;
        this.dossiers = dossiers;
        this.renderer = renderer;
        this.product = product;
        this.determined = determined;
        this.trail = trail;
        this.current = current;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * The dossier of a decision: the file that was issued, as long as what it says of the decision is still so, else a new edition. Each
     * download is recorded.
     *
     * @throws eu.vitrine.approval.NoSuchApproval if there is no such request
     * @throws NotDecided if nobody has decided on it
     * @throws DossierAltered if the kept file was changed
     */
    public IssuedDossier download(int number) {
        ApprovalRequest request = approvals.one(number);
        if (request.decision() == null) {
            throw new NotDecided(number);
        }
        Decided decided = words.of(request);
        BasisLine basis = request.basis().getFirst();
        List<Determined> beside = determined.of(basis.kind(), basis.slug());
        String said = Sha256.of((beside.isEmpty() ? decided.toString() : decided + beside.toString()).getBytes(StandardCharsets.UTF_8));
        Optional<DecisionShelf.Edition> kept = shelf.newest(number);
        if (kept.isPresent() && kept.get().said().equals(said)) {
            return handedOut(number, kept.get().dossier());
        }
        int edition = kept.map(last -> last.number() + 1).orElse(1);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Assessment assessment = assessments.byNumber(basis.kind(), basis.slug(), basis.number());
        byte[] file = renderer.current().render(dossiers.content(assessment, new Issue(assessment.number(), assessment.revision(), at, product.version(), decided, beside)));
        var dossier = new IssuedDossier(DecisionShelf.name(number, edition), new IssuedFile(Sha256.of(file), file.length, at, current.actor().name()), file);
        try {
            transactions.executeWithoutResult(status -> {
                shelf.put(number, new DecisionShelf.Edition(edition, said, dossier), current.actor(), product.version());
                trail.record(entry("dossier.issued", number, dossier));
            });
            return dossier;
        } catch (DuplicateKeyException e) {
            // Somebody else issued it in the same moment; theirs counts.
            return handedOut(number, shelf.newest(number).orElseThrow(() -> e).dossier());
        }
    }

    private IssuedDossier handedOut(int number, IssuedDossier dossier) {
        transactions.executeWithoutResult(status -> trail.record(entry("dossier.downloaded", number, dossier)));
        return dossier;
    }

    private AuditEntry entry(String action, int number, IssuedDossier dossier) {
        return AuditEntry.of(current.actor(), action, AuditEntry.Subject.of("approval", Integer.toString(number)))
                .with("sha256", dossier.about().sha256()).with("size", dossier.about().size());
    }
}

package eu.vitrine.assessment;

import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Runs trials on one thread. When the server stops, the present trial ends as interrupted; after a crash the next start marks it so. */
@Component
@Order(210)
class TrialRunner implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TrialRunner.class);
    private static final int TOGETHER = 20;
    private static final long STOP_SECONDS = 10;

    private final TrialArchive archive;
    private final Proposals proposals;
    private final AuditTrail trail;
    private final TransactionOperations transactions;
    private final DataSource database;
    private final String holder = UUID.randomUUID().toString();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("policy-trial").factory());
    private volatile boolean stopping;

    TrialRunner(TrialArchive archive, Proposals proposals, AuditTrail trail, TransactionOperations transactions, DataSource database) {
        this.archive = archive;
        this.proposals = proposals;
        this.trail = trail;
        this.transactions = transactions;
        this.database = database;
    }

    /** Name under which this process holds a trial; another after each start. */
    String holder() {
        return holder;
    }

    /** Marks what an earlier process left behind. An H2 file belongs to one process; on PostgreSQL another node may be at work. */
    @Override
    public void run(ApplicationArguments arguments) throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(database, java.sql.DatabaseMetaData::getDatabaseProductName);
        int found = "H2".equals(product) ? archive.interruptAny() : archive.interruptSilent();
        if (found > 0) {
            LOG.warn("A trial of a policy set was interrupted when the server stopped. It can be run again.");
        }
    }

    void start(TrialRun run) {
        SecurityContext starter = SecurityContextHolder.createEmptyContext();
        starter.setAuthentication(SecurityContextHolder.getContext().getAuthentication());
        thread.execute(new DelegatingSecurityContextRunnable(() -> work(run), starter));
    }

    private void work(TrialRun run) {
        boolean ended = false;
        try {
            ended = compareAll(run);
        } finally {
            if (!ended) {
                transactions.executeWithoutResult(status -> archive.end(run.number(), holder, stopping ? Trial.State.INTERRUPTED : Trial.State.FAILED));
            }
        }
    }

    /** Whether it ended as it should, or is no longer ours. */
    private boolean compareAll(TrialRun run) {
        for (int from = 0; from < run.tasks().size(); from += TOGETHER) {
            if (stopping) {
                return false;
            }
            int until = Math.min(run.tasks().size(), from + TOGETHER);
            List<TrialRun.Outcome> outcomes = new ArrayList<>();
            run.tasks().subList(from, until).forEach(task -> outcomes.add(run.compare(task)));
            if (!Boolean.TRUE.equals(transactions.execute(status -> stored(run, outcomes, until)))) {
                LOG.warn("Trial {} of policy set {} is no longer held by this process.", run.number(), run.proposal());
                return true;
            }
        }
        transactions.executeWithoutResult(status -> finish(run));
        return true;
    }

    private boolean stored(TrialRun run, List<TrialRun.Outcome> outcomes, int done) {
        if (!archive.progress(run.number(), holder, done)) {
            return false;
        }
        outcomes.stream().filter(outcome -> !outcome.deviations().isEmpty())
                .forEach(outcome -> archive.insert(run.number(), outcome.subject(), outcome.deviations()));
        return true;
    }

    private void finish(TrialRun run) {
        if (archive.end(run.number(), holder, Trial.State.FINISHED)) {
            AuditEntry entry = PolicySets.entry(run.by(), "policy-set.tried", run.proposal(), proposals.get(run.proposal()).set());
            trail.record(entry.with("trial", run.number()).with("records", run.tasks().size())
                    .with("recordsChanged", archive.countSubjects(run.number()))
                    .with("answersChanged", archive.count(run.number(), TrialQuery.all())));
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true; // not by interrupting: that would close the file of an embedded database
        thread.shutdown();
        thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
}

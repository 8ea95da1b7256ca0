package eu.vitrine.evidence;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Evidence that no longer says what it said, or can no longer be read, and where it is used. Empty for those who may not read evidence. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class ChangedEvidence {

    private final EvidenceShelf shelf;
    private final Evidence evidence;
    private final CurrentActor current;

    ChangedEvidence(EvidenceShelf shelf, Evidence evidence, CurrentActor current) {
        this.shelf = shelf;
        this.evidence = evidence;
        this.current = current;
    }

    /**
     * Evidence to look at again.
     *
     * @param item the version that says something else, or the item whose file is damaged
     * @param uses where the bytes are attached that it puts in doubt, as far as the person may see it
     */
    public record Doubt(EvidenceItem item, List<EvidenceUse.Place> uses) {

        public Doubt {
            uses = List.copyOf(uses);
        }
    }

    /** Versions taken in from, inclusive, to, exclusive, that say something else than the archived version before; newest first, of each source one. */
    public List<Doubt> changed(Instant from, Instant to, int most) {
        Map<String, Doubt> bySource = new LinkedHashMap<>();
        if (mayRead()) {
            shelf.takenInAfterOthers(from, to, most).stream().flatMap(item -> doubt(item, evidence.versions(item)))
                    .forEach(doubt -> bySource.putIfAbsent(String.valueOf(doubt.item().sourceUrl()), doubt));
        }
        return List.copyOf(bySource.values());
    }

    private Stream<Doubt> doubt(EvidenceItem item, List<EvidenceVersion> versions) {
        if (versions.stream().noneMatch(version -> version.item().equals(item) && version.changed())) {
            return Stream.empty();
        }
        String now = Objects.requireNonNull(item.content()).sha256(); // what changed has bytes
        return Stream.of(new Doubt(item, versions.stream().map(EvidenceVersion::item).filter(older -> older.seq() < item.seq() && older.content() != null)
                .map(older -> Objects.requireNonNull(older.content()).sha256()).filter(sha256 -> !sha256.equals(now)).distinct()
                .flatMap(sha256 -> evidence.places(sha256).stream()).distinct().toList()));
    }

    /** Items whose file was missing or altered when it was last read; of those with the same bytes the newest. */
    public List<Doubt> damaged(int most) {
        Map<String, Doubt> byBytes = new LinkedHashMap<>();
        if (mayRead()) {
            shelf.damaged(most).forEach(item -> {
                String sha256 = Objects.requireNonNull(item.content()).sha256(); // what is damaged has bytes
                byBytes.putIfAbsent(sha256, new Doubt(item, evidence.places(sha256)));
            });
        }
        return List.copyOf(byBytes.values());
    }

    private boolean mayRead() {
        return Stream.of(Role.OFFICER, Role.AUDITOR, Role.APPROVER, Role.ADMINISTRATOR).anyMatch(current::has);
    }
}

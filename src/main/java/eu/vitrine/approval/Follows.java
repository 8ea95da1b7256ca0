package eu.vitrine.approval;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.VisibleRecords;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Uses that people follow, each for oneself: a verdict that has changed stands on the home page until the person has noted it. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional
public class Follows {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Verdicts verdicts;
    private final ModelRegistry registry;
    private final VisibleRecords visible;
    private final CurrentActor current;
    private final Clock clock;

    Follows(JdbcClient jdbc, Verdicts verdicts, ModelRegistry registry, VisibleRecords visible, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.verdicts = verdicts;
        this.registry = registry;
        this.visible = visible;
        this.current = current;
        this.clock = clock;
    }

    /**
     * A use that the person follows.
     *
     * @param noted the verdict that the person has taken note of
     */
    public record Followed(Verdict verdict, Verdict.Word noted) {

        public boolean isNew() {
            return verdict.word() != noted;
        }
    }

    /**
     * Follows a use from now on, or takes note of its present verdict where the person follows it already.
     *
     * @throws eu.vitrine.registry.NoSuchRecord if there is no such use that the person may know of
     */
    public void note(String use) {
        String word = verdicts.of(use).word().name();
        int noted = jdbc.sql("UPDATE approval_follow SET noted = ? WHERE user_id = ? AND use_slug = ?").params(word, user(), use).update();
        if (noted == 0) {
            jdbc.sql("INSERT INTO approval_follow (user_id, use_slug, since, noted) VALUES (?, ?, ?, ?)")
                    .params(user(), use, clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC), word).update();
        }
    }

    /**
     * Follows a use no more.
     *
     * @throws eu.vitrine.registry.NoSuchRecord if there is no such use that the person may know of
     */
    public void leave(String use) {
        registry.use(use);
        jdbc.sql("DELETE FROM approval_follow WHERE user_id = ? AND use_slug = ?").params(user(), use).update();
    }

    @Transactional(readOnly = true)
    public boolean follows(String use) {
        return jdbc.sql("SELECT count(*) FROM approval_follow WHERE user_id = ? AND use_slug = ?").params(user(), use).query(Integer.class).single() > 0;
    }

    /** The uses that the person follows and may still know of, those with a new verdict first; at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<Followed> own() {
        return jdbc.sql("SELECT use_slug, noted FROM approval_follow f WHERE user_id = :user" + visible.and("'use'", "f.use_slug") + " ORDER BY since DESC, use_slug FETCH FIRST " + MOST + " ROWS ONLY")
                .param("user", user()).param("units", visible.units())
                .query((row, n) -> new Followed(verdicts.of(row.getString("use_slug")), Verdict.Word.valueOf(row.getString("noted")))).list()
                .stream().sorted((one, other) -> Boolean.compare(other.isNew(), one.isNew())).toList();
    }

    private UUID user() {
        return current.id().orElseThrow(() -> new IllegalStateException("Nobody is signed in")).value();
    }
}

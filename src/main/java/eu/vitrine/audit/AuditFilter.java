package eu.vitrine.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which events to read.
 *
 * @param type kind of object, or empty for all
 * @param id identity of the object, or empty for all
 * @param actor identity of whoever acted, or empty for all
 * @param action what was done, as {@code thing.past-tense}; or the thing alone for all that was done with such things; or empty for all
 * @param from first moment, or null for all
 * @param until first moment after, or null for all
 */
public record AuditFilter(String type, String id, String actor, String action, @Nullable Instant from, @Nullable Instant until) {

    static final String SELECT = "SELECT e.canonical, w.words FROM audit_event e LEFT JOIN audit_words w ON w.seq = e.seq";

    public static final AuditFilter ALL = new AuditFilter("", "");

    /** Every act on one object, or with an empty identity on one kind of object. */
    public AuditFilter(String type, String id) {
        this(type, id, "", "", null, null);
    }

    /** The newest first, with a lower sequence number than {@code before}. */
    JdbcClient.StatementSpec on(JdbcClient jdbc, long before, int size) {
        StringBuilder sql = new StringBuilder(SELECT + " WHERE e.seq < :before");
        sql.append(type.isEmpty() ? "" : " AND object_type = :type").append(id.isEmpty() ? "" : " AND object_id = :id");
        sql.append(actor.isEmpty() ? "" : " AND actor_id = :actor");
        if (!action.isEmpty()) {
            sql.append(action.contains(".") ? " AND action = :action" : " AND LEFT(action, :length) = :action");
        }
        sql.append(from == null ? "" : " AND recorded_at >= :from").append(until == null ? "" : " AND recorded_at < :until");
        JdbcClient.StatementSpec statement = jdbc.sql(sql.append(" ORDER BY e.seq DESC FETCH FIRST :size ROWS ONLY").toString())
                .param("before", before).param("size", size);
        statement = type.isEmpty() ? statement : statement.param("type", type);
        statement = id.isEmpty() ? statement : statement.param("id", id);
        statement = actor.isEmpty() ? statement : statement.param("actor", actor);
        statement = action.isEmpty() ? statement : statement.param("action", action.contains(".") ? action : action + ".");
        statement = action.isEmpty() || action.contains(".") ? statement : statement.param("length", action.length() + 1);
        statement = from == null ? statement : statement.param("from", from.atOffset(ZoneOffset.UTC));
        return until == null ? statement : statement.param("until", until.atOffset(ZoneOffset.UTC));
    }
}

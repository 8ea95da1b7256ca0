package eu.vitrine.requests;

import eu.vitrine.audit.Actor;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.RecordName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of requests. */
@Repository
class RequestStore {

    private static final String OPEN = "status IN ('RECEIVED', 'IN_PROGRESS', 'WAITING')";

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a request under the next number; fails on a number taken in the same moment, and nothing is kept. */
    int add(UseRequest.Asked asked, @Nullable String unit) {
        int number = jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM use_request").query(Integer.class).single();
        jdbc.sql("INSERT INTO use_request (number, what, url, purpose, data_class, wanted_by, unit, asked_at, asked_by, asked_by_name, status, row_version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)")
                .params(number, asked.what(), asked.url(), asked.purpose(), asked.dataClass(), asked.wantedBy(), unit, asked.at().atOffset(ZoneOffset.UTC),
                        asked.by().id(), asked.by().name(), RequestStatus.RECEIVED.name())
                .update();
        return number;
    }

    Optional<UseRequest> find(int number, String and, Collection<String> units) {
        return jdbc.sql("SELECT * FROM use_request WHERE number = :number" + and).param("number", number).param("units", units)
                .query((row, n) -> request(row)).optional();
    }

    /** Requests of one person, newest first. */
    List<UseRequest> of(String person, int most) {
        return jdbc.sql("SELECT * FROM use_request WHERE asked_by = :person ORDER BY number DESC FETCH FIRST :most ROWS ONLY").param("person", person)
                .param("most", most).query((row, n) -> request(row)).list();
    }

    /** Open requests, those expected soonest first and those nobody looks at yet before all. */
    List<UseRequest> open(String and, Collection<String> units, int most) {
        return jdbc.sql("SELECT * FROM use_request WHERE " + OPEN + and
                        + " ORDER BY CASE WHEN status = 'RECEIVED' THEN 0 ELSE 1 END, expected_on, number FETCH FIRST :most ROWS ONLY")
                .param("units", units).param("most", most).query((row, n) -> request(row)).list();
    }

    /** Closed requests, newest first. */
    List<UseRequest> closed(String and, Collection<String> units, int most) {
        return jdbc.sql("SELECT * FROM use_request WHERE NOT (" + OPEN + ")" + and + " ORDER BY number DESC FETCH FIRST :most ROWS ONLY")
                .param("units", units).param("most", most).query((row, n) -> request(row)).list();
    }

    /** Changes a request that is open and of this version; false where it is not. */
    boolean change(UseRequest to, int expected) {
        return jdbc.sql("UPDATE use_request SET status = ?, expected_on = ?, handled_by = ?, handler_name = ?, record_kind = ?, record_slug = ?, answer = ?,"
                        + " row_version = row_version + 1 WHERE number = ? AND row_version = ? AND " + OPEN)
                .params(to.status().name(), to.expectedOn(), to.handler() == null ? null : to.handler().id(), to.handler() == null ? null : to.handler().name(),
                        to.record() == null ? null : to.record().kind().name(), to.record() == null ? null : to.record().slug(), to.answer(), to.number(), expected)
                .update() == 1;
    }

    private static UseRequest request(ResultSet row) throws SQLException {
        var asked = new UseRequest.Asked(row.getString("what"), row.getString("url"), row.getString("purpose"), row.getString("data_class"),
                row.getObject("wanted_by", LocalDate.class), new Actor(row.getString("asked_by"), row.getString("asked_by_name")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
        String handler = row.getString("handled_by");
        String slug = row.getString("record_slug");
        return new UseRequest(row.getInt("number"), asked, RequestStatus.valueOf(row.getString("status")), row.getObject("expected_on", LocalDate.class),
                handler == null ? null : new Actor(handler, row.getString("handler_name")),
                slug == null ? null : new RecordName(Kind.valueOf(row.getString("record_kind")), slug, slug), row.getString("answer"), row.getInt("row_version"));
    }
}

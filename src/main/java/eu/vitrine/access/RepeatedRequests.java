package eu.vitrine.access;

import eu.vitrine.audit.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers a request that a program sends again under the same {@code Idempotency-Key} as it was answered before, without doing
 * anything. A key belongs to one person; what succeeded is kept for two days, what failed is not kept and may be tried again.
 */
@Component
public class RepeatedRequests {

    /** Name of the header that carries the key. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 200;
    private static final Duration KEPT = Duration.ofHours(48);
    /** A request that has not ended by then was cut off. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final CurrentActor current;
    private final Clock clock;

    RepeatedRequests(JdbcClient jdbc, TransactionOperations transactions, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.current = current;
        this.clock = clock;
    }

    private record Answered(String sha256, Instant begun, @Nullable Integer status, @Nullable String etag, byte @Nullable [] body) {}

    /**
     * Answers once. Must not be called within a transaction.
     *
     * @param body the body as it was read
     * @param act does what is asked; its answer is JSON
     * @throws ResponseStatusException with 400 where the key is too long, 409 where the same request is still running, 422 where
     *     the key was used for another request
     */
    public ResponseEntity<byte[]> once(HttpServletRequest request, byte[] body, Supplier<ResponseEntity<byte[]>> act) {
        String key = request.getHeader(HEADER);
        if (key == null || key.isBlank()) {
            return act.get();
        }
        if (key.length() > LONGEST_KEY) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "An " + HEADER + " has at most " + LONGEST_KEY + " characters.");
        }
        String person = current.actor().id();
        String sha256 = sha256(request, body);
        Answered before = begin(person, key, sha256);
        return before == null ? act(person, key, act) : again(before, sha256);
    }

    private ResponseEntity<byte[]> act(String person, String key, Supplier<ResponseEntity<byte[]>> act) {
        boolean done = false;
        try {
            ResponseEntity<byte[]> answer = act.get();
            transactions.executeWithoutResult(status -> jdbc.sql("UPDATE answered_request SET status = ?, etag = ?, body = ? WHERE person = ? AND request_key = ?")
                    .params(answer.getStatusCode().value(), answer.getHeaders().getETag(), answer.getBody(), person, key).update());
            done = true;
            return answer;
        } finally {
            if (!done) {
                forget(person, key);
            }
        }
    }

    /** Null where the request is new; else what is known of the one before. */
    private @Nullable Answered begin(String person, String key, String sha256) {
        Answered before = find(person, key);
        if (before != null && before.status() == null && before.begun().isBefore(clock.instant().minus(LONGEST_RUN))) {
            forget(person, key);
        } else if (before != null) {
            return before;
        }
        try {
            transactions.executeWithoutResult(status -> {
                jdbc.sql("DELETE FROM answered_request WHERE begun_at < ?").param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)).update();
                jdbc.sql("INSERT INTO answered_request (person, request_key, request_sha256, begun_at) VALUES (?, ?, ?, ?)")
                        .params(person, key, sha256, clock.instant().atOffset(ZoneOffset.UTC)).update();
            });
            return null;
        } catch (DuplicateKeyException e) {
            return find(person, key); // the same request came twice at once
        }
    }

    private static ResponseEntity<byte[]> again(Answered before, String sha256) {
        if (!before.sha256().equals(sha256)) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "This " + HEADER + " was used for another request; choose another key.");
        }
        if (before.status() == null) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "The same request is still running; ask again in a moment.");
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(before.status()).contentType(MediaType.APPLICATION_JSON);
        return (before.etag() == null ? answer : answer.eTag(before.etag())).body(before.body());
    }

    private @Nullable Answered find(String person, String key) {
        return jdbc.sql("SELECT request_sha256, begun_at, status, etag, body FROM answered_request WHERE person = ? AND request_key = ?")
                .params(person, key)
                .query((row, n) -> new Answered(row.getString("request_sha256"), row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        row.getObject("status", Integer.class), row.getString("etag"), row.getBytes("body")))
                .optional().orElse(null);
    }

    private void forget(String person, String key) {
        transactions.executeWithoutResult(status -> jdbc.sql("DELETE FROM answered_request WHERE person = ? AND request_key = ?").params(person, key).update());
    }

    private static String sha256(HttpServletRequest request, byte[] body) {
        MessageDigest digest = Sha256.digest();
        String line = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(body));
    }
}

package eu.vitrine.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of API tokens. Callers open the transaction in which they change one. */
@Component
class TokenStore {

    private static final String SELECT = "SELECT t.*, u.display_name, u.disabled FROM api_token t JOIN user_account u ON u.id = t.owner";

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ApiToken token, String sha256) {
        jdbc.sql("INSERT INTO api_token (id, owner, name, sha256, scopes, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(token.id(), token.owner(), token.name(), sha256, words(token), utc(token.createdAt()), utc(token.expiresAt())).update();
    }

    Optional<ApiToken> bySha256(String sha256) {
        return jdbc.sql(SELECT + " WHERE t.sha256 = ?").param(sha256).query(TokenStore::token).optional();
    }

    Optional<ApiToken> byId(UUID id) {
        return jdbc.sql(SELECT + " WHERE t.id = ?").param(id).query(TokenStore::token).optional();
    }

    /** The newest first. */
    List<ApiToken> of(UUID owner) {
        return jdbc.sql(SELECT + " WHERE t.owner = ? ORDER BY t.created_at DESC, t.id").param(owner).query(TokenStore::token).list();
    }

    /** The newest first. */
    List<ApiToken> all() {
        return jdbc.sql(SELECT + " ORDER BY t.created_at DESC, t.id").query(TokenStore::token).list();
    }

    /** False where it was revoked before. */
    boolean revoke(UUID id, Instant at, String by) {
        return jdbc.sql("UPDATE api_token SET revoked_at = ?, revoked_by = ? WHERE id = ? AND revoked_at IS NULL").params(utc(at), by, id).update() == 1;
    }

    void lastUsed(UUID id, Instant at) {
        jdbc.sql("UPDATE api_token SET last_used_at = ? WHERE id = ?").params(utc(at), id).update();
    }

    /** Notes that a token was used so on this day; false where that was known. Of requests at once exactly one gets true. */
    boolean firstUse(UUID id, Scope use, LocalDate day) {
        String column = column(use);
        return jdbc.sql("UPDATE api_token SET " + column + " = ? WHERE id = ? AND (" + column + " IS NULL OR " + column + " < ?)").params(day, id, day).update() == 1;
    }

    /** Notes a refusal unless one was noted after {@code since}; false then. */
    boolean refused(UUID id, Instant at, Instant since) {
        return jdbc.sql("UPDATE api_token SET refused_at = ? WHERE id = ? AND (refused_at IS NULL OR refused_at <= ?)").params(utc(at), id, utc(since)).update() == 1;
    }

    private static String column(Scope use) {
        return switch (use) {
            case READ -> "read_on";
            case WRITE -> "write_on";
            case AUDIT -> "audit_on";
        };
    }

    private static String words(ApiToken token) {
        return token.sortedScopes().stream().map(Scope::name).collect(Collectors.joining(" "));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static ApiToken token(ResultSet row, int n) throws SQLException {
        Map<Scope, LocalDate> usedOn = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            LocalDate day = row.getObject(column(scope), LocalDate.class);
            if (day != null) {
                usedOn.put(scope, day);
            }
        }
        Set<Scope> scopes = Arrays.stream(row.getString("scopes").split(" ")).map(Scope::valueOf).collect(Collectors.toUnmodifiableSet());
        return new ApiToken(row.getObject("id", UUID.class), row.getObject("owner", UUID.class), row.getString("display_name"), row.getBoolean("disabled"),
                row.getString("name"), scopes, instant(row, "created_at"), instant(row, "expires_at"), orNull(row, "last_used_at"), usedOn, orNull(row, "revoked_at"),
                row.getString("revoked_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

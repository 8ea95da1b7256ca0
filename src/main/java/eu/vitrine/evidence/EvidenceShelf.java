package eu.vitrine.evidence;

import eu.vitrine.audit.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of evidence. Items are inserted, read and removed, never updated. */
@Repository
class EvidenceShelf {

    private static final String ITEMS = "SELECT i.seq, i.id, i.origin, i.title, i.source_url, i.arrived_url, i.sha256, i.text_sha256, i.media_type,"
            + " i.file_name, i.captured_at, i.actor_name, c.size, c.damage FROM evidence_item i LEFT JOIN evidence_content c ON c.sha256 = i.sha256";
    private static final String MATCHING = " (:words = '' OR LOWER(i.title) LIKE :words ESCAPE '!' OR LOWER(i.source_url) LIKE :words ESCAPE '!'"
            + " OR LOWER(i.file_name) LIKE :words ESCAPE '!' OR i.sha256 LIKE :words ESCAPE '!')";

    private final JdbcClient jdbc;

    EvidenceShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An item before it has its place in the order. */
    record NewItem(UUID id, EvidenceOrigin origin, String title, @Nullable SourceAddress source, @Nullable SourceAddress arrived,
            @Nullable Bytes content, Instant at, Actor by) {}

    record Bytes(String sha256, @Nullable String textSha256, long size, String mediaType, String fileName) {}

    void put(NewItem item) {
        Bytes bytes = item.content();
        var at = item.at().atOffset(ZoneOffset.UTC);
        if (bytes != null && jdbc.sql("UPDATE evidence_content SET damage = NULL WHERE sha256 = ?").param(bytes.sha256()).update() == 0) {
            jdbc.sql("INSERT INTO evidence_content (sha256, size, stored_at) VALUES (?, ?, ?)").params(bytes.sha256(), bytes.size(), at).update();
        }
        jdbc.sql("INSERT INTO evidence_item (id, origin, title, source_url, arrived_url, sha256, text_sha256, media_type, file_name, captured_at, actor_id,"
                        + " actor_name) VALUES (:id, :origin, :title, :source, :arrived, :sha256, :text, :type, :name, :at, :actor, :actorName)")
                .param("id", item.id()).param("origin", item.origin().name()).param("title", item.title())
                .param("source", item.source() == null ? null : item.source().toString())
                .param("arrived", item.arrived() == null ? null : item.arrived().toString())
                .param("sha256", bytes == null ? null : bytes.sha256()).param("text", bytes == null ? null : bytes.textSha256())
                .param("type", bytes == null ? null : bytes.mediaType()).param("name", bytes == null ? null : bytes.fileName())
                .param("at", at).param("actor", item.by().id()).param("actorName", item.by().name())
                .update();
    }

    Optional<EvidenceItem> one(UUID id) {
        return jdbc.sql(ITEMS + " WHERE i.id = ?").param(id).query(EvidenceShelf::item).optional();
    }

    /** Items with these bytes, newest first. */
    List<EvidenceItem> withBytes(String sha256) {
        return jdbc.sql(ITEMS + " WHERE i.sha256 = ? ORDER BY i.seq DESC").param(sha256).query(EvidenceShelf::item).list();
    }

    /** Items of a source, newest first. */
    List<EvidenceItem> ofSource(String url) {
        return jdbc.sql(ITEMS + " WHERE i.source_url = ? ORDER BY i.seq DESC").param(url).query(EvidenceShelf::item).list();
    }

    /** Items taken in from, inclusive, to, exclusive, whose source had other bytes before, newest first. */
    List<EvidenceItem> takenInAfterOthers(Instant from, Instant to, int most) {
        return jdbc.sql(ITEMS + " WHERE i.captured_at >= ? AND i.captured_at < ? AND EXISTS (SELECT 1 FROM evidence_item o WHERE o.source_url = i.source_url"
                        + " AND o.seq < i.seq AND o.sha256 <> i.sha256)"
                        + " ORDER BY i.seq DESC FETCH FIRST ? ROWS ONLY")
                .params(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC), most).query(EvidenceShelf::item).list();
    }

    /** Items whose bytes were not in order when last read, newest first. */
    List<EvidenceItem> damaged(int most) {
        return jdbc.sql(ITEMS + " WHERE c.damage IS NOT NULL ORDER BY i.seq DESC FETCH FIRST ? ROWS ONLY").param(most).query(EvidenceShelf::item).list();
    }

    /** Items before one in the order, newest first. */
    List<EvidenceItem> newestFirst(String text, long before, int size) {
        return jdbc.sql(ITEMS + " WHERE i.seq < :before AND" + MATCHING + " ORDER BY i.seq DESC FETCH FIRST :size ROWS ONLY")
                .param("before", before).param("words", pattern(text)).param("size", size).query(EvidenceShelf::item).list();
    }

    long count(String text) {
        return jdbc.sql("SELECT COUNT(*) FROM evidence_item i WHERE" + MATCHING).param("words", pattern(text)).query(Long.class).single();
    }

    private static String pattern(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return plain.isEmpty() ? "" : "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** Bytes kept of items that a person brought, each content once. */
    long bytesOf(String actorId) {
        return jdbc.sql("SELECT COALESCE(SUM(size), 0) FROM evidence_content WHERE sha256 IN (SELECT sha256 FROM evidence_item WHERE actor_id = ?)")
                .param(actorId).query(Long.class).single();
    }

    long bytes() {
        return jdbc.sql("SELECT COALESCE(SUM(size), 0) FROM evidence_content").query(Long.class).single();
    }

    /** Locks contents until the transaction ends, so that they are not removed meanwhile; says which of them there are. */
    List<String> hold(Collection<String> hashes) {
        return hashes.isEmpty() ? List.of() : jdbc.sql("SELECT sha256 FROM evidence_content WHERE sha256 IN (:hashes) ORDER BY sha256 FOR UPDATE")
                .param("hashes", hashes).query(String.class).list();
    }

    boolean hasContent(String sha256) {
        return jdbc.sql("SELECT COUNT(*) FROM evidence_content WHERE sha256 = ?").param(sha256).query(Integer.class).single() > 0;
    }

    /** Removes an item, and what is said of its bytes where no other item has them. */
    void remove(EvidenceItem item) {
        jdbc.sql("DELETE FROM evidence_item WHERE id = ?").param(item.id()).update();
        if (item.content() != null) {
            jdbc.sql("DELETE FROM evidence_content WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM evidence_item i WHERE i.sha256 = evidence_content.sha256)")
                    .param(item.content().sha256()).update();
        }
    }

    /** A content by its hash, and what was wrong with it when last read. */
    record Kept(String sha256, long size, Optional<Damage> damage) {}

    /** Contents after one in the order of hashes. */
    List<Kept> contents(String after, int size) {
        return jdbc.sql("SELECT sha256, size, damage FROM evidence_content WHERE sha256 > ? ORDER BY sha256 FETCH FIRST ? ROWS ONLY").params(after, size)
                .query((row, n) -> new Kept(row.getString("sha256"), row.getLong("size"), Optional.ofNullable(row.getString("damage")).map(Damage::valueOf))).list();
    }

    /** @return whether that is news */
    boolean mark(String sha256, Optional<Damage> damage) {
        String found = damage.map(Damage::name).orElse("");
        return jdbc.sql("UPDATE evidence_content SET damage = NULLIF(:found, '') WHERE sha256 = :sha256 AND COALESCE(damage, '') <> :found")
                .param("found", found).param("sha256", sha256).update() > 0;
    }

    private static EvidenceItem item(ResultSet row, int n) throws SQLException {
        String sha256 = row.getString("sha256");
        EvidenceItem.Content content = sha256 == null ? null : new EvidenceItem.Content(sha256, row.getString("text_sha256"), row.getLong("size"),
                row.getString("media_type"), row.getString("file_name"), row.getString("damage") != null);
        return new EvidenceItem(row.getLong("seq"), row.getObject("id", UUID.class), EvidenceOrigin.valueOf(row.getString("origin")),
                row.getString("title"), row.getString("source_url"), row.getString("arrived_url"), content,
                row.getObject("captured_at", OffsetDateTime.class).toInstant(), row.getString("actor_name"));
    }
}

package eu.vitrine.audit;

/**
 * Which events to read.
 *
 * @param type kind of object, or empty for all
 * @param id identity of the object, or empty for all
 */
public record AuditFilter(String type, String id) {

    public static final AuditFilter ALL = new AuditFilter("", "");
}

package eu.vitrine;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * Insists that the database keeps what it has acknowledged. H2 delays its writes by default and then loses committed
 * changes when the process is killed, so every H2 file address must carry {@code WRITE_DELAY=0}.
 */
final class DurableDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(DurableDatabase.class);

    private final DataSource dataSource;

    DurableDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Returns if the database may be used.
     *
     * @throws DatabaseNotDurable if it is H2 and delays its writes
     */
    void insist() {
        if (!product().equals("H2")) {
            return;
        }
        var delay = new JdbcTemplate(dataSource).queryForList(
                "SELECT setting_value FROM INFORMATION_SCHEMA.SETTINGS WHERE setting_name = 'WRITE_DELAY'", String.class);
        // H2 may list the setting twice; every row must agree.
        if (delay.isEmpty() || !delay.stream().allMatch("0"::equals)) {
            throw new DatabaseNotDurable(delay.isEmpty() ? "not stated" : String.join(", ", delay));
        }
        LOG.info("H2 file database, WRITE_DELAY=0: a killed process loses nothing it acknowledged. "
                + "A power failure is not covered; use PostgreSQL in production.");
    }

    private String product() {
        try {
            return JdbcUtils.extractDatabaseMetaData(dataSource, java.sql.DatabaseMetaData::getDatabaseProductName);
        } catch (MetaDataAccessException e) {
            // Let the cause through: it says why the database cannot be reached.
            throw new IllegalStateException("The database cannot be reached: " + e.getMessage(), e);
        }
    }
}

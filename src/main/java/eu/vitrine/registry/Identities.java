package eu.vitrine.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.support.AbstractSqlTypeValue;

/** Identities as one parameter: an array of its own type, because H2 uses no index for one that is cast. */
final class Identities extends AbstractSqlTypeValue {

    private final Collection<UUID> identities;

    Identities(Collection<UUID> identities) {
        this.identities = identities;
    }

    @Override
    protected Object createTypeValue(Connection connection, int sqlType, @Nullable String typeName) throws SQLException {
        return connection.createArrayOf("uuid", identities.toArray());
    }
}

package eu.vitrine.formats;

import eu.vitrine.exchange.RecordFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One record read out of a file: a model with what the file says of its provider, licences and services (shape of the
 * catalogue), or a record of another kind (shape of a scenario).
 *
 * @param file the record; each claim with the source's own date, and its address where there is one
 * @param place where in the file the record begins
 * @param places where each fact stands, by its id; of a fact of a provider, licence or service by {@code slug + "/" + id}
 * @param slugSaid whether the file itself gives the short name, as our own exports do
 */
public record ImportedRecord(RecordFile file, Place place, Map<String, Place> places, boolean slugSaid) {

    public ImportedRecord {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /** A record whose short name was made out of what the file says. */
    ImportedRecord(RecordFile file, Place place, Map<String, Place> places) {
        this(file, place, places, false);
    }
}

package eu.vitrine.formats;

import java.util.List;

/**
 * A model written in a format that others made.
 *
 * @param bytes the document in UTF-8; the same for the same record, version, encoding and time
 * @param notCarried what the format has no place for, in the order of the record
 */
public record BomExport(byte[] bytes, List<NotCarried> notCarried) {

    public BomExport {
        notCarried = List.copyOf(notCarried);
    }
}

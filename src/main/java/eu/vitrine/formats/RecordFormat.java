package eu.vitrine.formats;

import eu.vitrine.exchange.Source;
import java.util.List;

/** One format that records can be read out of. Implementations keep no state and can be used by many at once. */
public interface RecordFormat {

    /** Short stable name for addresses, columns and files: {@code hugging-face-card}. */
    String id();

    /** Name for people: "Hugging Face model card". */
    String label();

    /** Whether its files say which record they are about; otherwise a person must. */
    default boolean namesRecord() {
        return true;
    }

    /** Whether this file looks like one of the format; looks at its name and first bytes only and refuses nothing. */
    boolean recognises(Source file);

    /**
     * What these files say. A file that cannot be read is a remark and loses nothing of the others. Never throws for what
     * stands in a file.
     *
     * @param files the files of one upload that belong to this format
     * @param origin where and when they were published, as the person says who brings them
     */
    Imported read(List<Source> files, Origin origin);
}

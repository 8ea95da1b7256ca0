package eu.vitrine.formats;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks a workbook through before anything in it is parsed: unpacks it once under limits, through the same directory that the
 * reader goes by, and keeps nothing.
 */
final class WorkbookCheck {

    private static final int MOST_ENTRIES = 1_000;
    private static final long MOST_BYTES = 100L * 1024 * 1024;
    private static final long MOST_RATIO = 100;
    /** Below this a high ratio harms nobody, and small files of spaces have one. */
    private static final long RATIO_FROM = 1024 * 1024;
    /** Some times the longest text of a cell; pictures have the byte that begins an element more often than this. */
    private static final long MOST_WORD = 1024 * 1024;
    private static final Set<String> ARCHIVES = Set.of("zip", "jar", "7z", "rar", "gz", "bz2", "xz", "tar", "xlsx", "xlsm", "docx", "ods");
    private static final List<byte[]> ARCHIVE_STARTS = List.of(new byte[] {'P', 'K', 3, 4}, new byte[] {0x1F, (byte) 0x8B}, new byte[] {'R', 'a', 'r', '!'},
            new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF});
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    private final Source file;
    private long unpacked;

    private WorkbookCheck(Source file) {
        this.file = file;
    }

    /** @throws InvalidFile when the workbook is none, is too large once unpacked, or holds what a table does not need */
    static void check(Source file) {
        new WorkbookCheck(file).run();
    }

    private void run() {
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file.bytes())).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                throw refused("the workbook has more than " + MOST_ENTRIES + " parts");
            }
            WorkbookCells cells = new WorkbookCells(file);
            for (ZipArchiveEntry entry : entries) {
                named(entry.getName().toLowerCase(Locale.ROOT));
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        unpack(in, entry);
                    }
                    try (InputStream in = zip.getInputStream(entry)) {
                        cells.check(in);
                    }
                }
            }
            cells.checkReferences();
        } catch (IOException | IllegalArgumentException e) {
            throw refused("the file is not a workbook in the format XLSX, or is damaged");
        }
    }

    private void named(String name) {
        if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/")) {
            throw refused("the workbook holds macros; save it without, as XLSX");
        }
        if (name.contains("externallinks/") || name.endsWith("connections.xml")) {
            throw refused("the workbook refers to other workbooks or to data elsewhere; replace those references by their values");
        }
        if (ARCHIVES.contains(FileNames.extension(name)) || name.contains("embeddings/")) {
            throw refused("the workbook holds another file; remove it");
        }
    }

    private void unpack(InputStream in, ZipArchiveEntry entry) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long size = 0;
        int matched = 0;
        long word = 0;
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            if (size == 0 && startsAnArchive(buffer, read)) {
                throw refused("the workbook holds another archive; remove it");
            }
            size += read;
            unpacked += read;
            if (unpacked > MOST_BYTES) {
                throw refused("the workbook is larger than 100 MB once unpacked");
            }
            if (size > RATIO_FROM && size > MOST_RATIO * Math.max(1, entry.getCompressedSize())) {
                throw refused("a part of the workbook unpacks to more than " + MOST_RATIO + " times its size, as no table does");
            }
            matched = doctype(buffer, read, matched);
            word = word(buffer, read, word);
        }
    }

    /** How much of the beginning of a document type stands at the end of what was read; refuses a whole one. */
    private int doctype(byte[] buffer, int read, int matchedBefore) {
        int matched = matchedBefore;
        for (int i = 0; i < read; i++) {
            byte upper = (byte) Character.toUpperCase((char) (buffer[i] & 0xFF));
            matched = upper == DOCTYPE[matched] ? matched + 1 : upper == DOCTYPE[0] ? 1 : 0;
            if (matched == DOCTYPE.length) {
                throw refused("a part of the workbook declares a document type, as no spreadsheet does");
            }
        }
        return matched;
    }

    /** How many bytes stand since the last element began; refuses more than any cell has. */
    private long word(byte[] buffer, int read, long before) {
        long word = before;
        for (int i = 0; i < read; i++) {
            word = buffer[i] == '<' ? 0 : word + 1;
            if (word > MOST_WORD) {
                throw refused("a cell of the workbook has far more than " + Table.MOST_CHARACTERS + " characters");
            }
        }
        return word;
    }

    private static boolean startsAnArchive(byte[] buffer, int read) {
        return ARCHIVE_STARTS.stream().anyMatch(start -> {
            boolean same = read >= start.length;
            for (int i = 0; same && i < start.length; i++) {
                same = buffer[i] == start[i];
            }
            return same;
        });
    }

    private InvalidFile refused(String why) {
        return new InvalidFile(new Problem(file.name(), 0, 0, why));
    }
}

package eu.vitrine.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Damage to a file. The same random numbers do the same damage. */
final class Mutation {

    private static final List<byte[]> PIECES = utf8(
            "\0", "\uFEFF", "\uFFFE", "\u2028", "\u0085", "\u202E", "😀", "漢", "\"", "'", "\"\"", "\\", "\\u", "\\ud800", "\"\\ud800\"", "\\U0FFFFFFF", "{", "}", "[", "]", "<", ">",
            "</", "/>", "&", "&x;", "&#0;", "&#xD800;", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<?x?>", ":", ": ", ",", ";", "\t", "\n", "\r", "\n\n",
            "---\n", "\n---\n", "- ", "#", "&a ", "*a", "!!x ", "!%a", "? ", "|\n", ">\n", "%YAML 9.9\n", "<<: *a", "~", "null", "true", "-1", "0", "1e999999999", "-0", "NaN", "Infinity",
            "99999999999999999999", "2147483648", "1.7.3", "2026-02-30", "=1+1", "[[[[[[[[[[", "{\"a\":{\"a\":{\"a\":", "ZZZZZZZ1", "XFE1048577", "A0", "rId9", " t=\"d\"", " t=\"s\"", " s=\"-1\"",
            " r=\"\"", "<f t=\"shared\" si=\"7\"/>", "<v>x</v>", "<c r=\"B2\" t=\"b\"><v>2</v></c>", "LicenseRef-", "https://", "urn:", "pkg:", "//", "..", "../../x");
    /** Halves of characters and bytes that no UTF-8 has. */
    private static final byte[][] BROKEN = {{(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {(byte) 0xC3}, {(byte) 0x80}, {(byte) 0xFF, (byte) 0xFE}, {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}};

    private Mutation() {}

    private static List<byte[]> utf8(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    /** The file with one to four damages. */
    static byte[] of(byte[] file, Random random) {
        byte[] damaged = file;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            damaged = once(damaged, random);
        }
        return damaged;
    }

    /** A workbook with damage in one of its parts, packed again; seldom with damage to the archive itself. */
    static byte[] ofWorkbook(byte[] workbook, Random random) {
        if (random.nextInt(6) == 0) {
            return of(workbook, random);
        }
        Map<String, byte[]> parts = unpacked(workbook);
        List<String> names = new ArrayList<>(parts.keySet());
        // most of what is read stands in the sheet
        String name = random.nextBoolean() ? names.get(random.nextInt(names.size())) : "xl/worksheets/sheet1.xml";
        if (random.nextInt(20) == 0) {
            parts.remove(name);
        } else {
            parts.put(name, of(parts.get(name), random));
        }
        return packed(parts);
    }

    private static byte[] once(byte[] file, Random random) {
        int at = random.nextInt(file.length + 1);
        int some = Math.min(file.length - at, 1 + random.nextInt(40));
        return switch (random.nextInt(10)) {
            case 0 -> flipped(file, random);
            case 1 -> spliced(file, at, some, new byte[0]);
            case 2 -> spliced(file, at, 0, Arrays.copyOfRange(file, at, at + some));
            case 3 -> Arrays.copyOf(file, at);
            case 4 -> spliced(file, at, 0, BROKEN[random.nextInt(BROKEN.length)]);
            case 5 -> spliced(file, at, 0, brackets(random));
            case 6 -> random.nextInt(4) == 0 ? otherEncoding(file, random) : wordReplaced(file, at, random);
            case 7 -> wordReplaced(file, at, random);
            default -> spliced(file, at, random.nextBoolean() ? 0 : some, PIECES.get(random.nextInt(PIECES.size())));
        };
    }

    private static byte[] flipped(byte[] file, Random random) {
        byte[] flipped = file.clone();
        for (int i = 1 + random.nextInt(3); i > 0 && flipped.length > 0; i--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** A word or number gives way to something else, so that the file stays well-formed more often. */
    private static byte[] wordReplaced(byte[] file, int at, Random random) {
        int from = at;
        while (from < file.length && !Character.isLetterOrDigit(file[from])) {
            from++;
        }
        int until = from;
        while (until < file.length && Character.isLetterOrDigit(file[until])) {
            until++;
        }
        return spliced(file, from, until - from, PIECES.get(random.nextInt(PIECES.size())));
    }

    private static byte[] brackets(Random random) {
        String open = List.of("[", "{", "{\"a\":", "<a>", "- ", "(", "\"").get(random.nextInt(7));
        return open.repeat(1 + random.nextInt(300)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] otherEncoding(byte[] file, Random random) {
        String text = new String(file, StandardCharsets.UTF_8);
        return text.getBytes(List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII)
                .get(random.nextInt(5)));
    }

    private static byte[] spliced(byte[] file, int at, int removed, byte[] added) {
        byte[] spliced = new byte[file.length - removed + added.length];
        System.arraycopy(file, 0, spliced, 0, at);
        System.arraycopy(added, 0, spliced, at, added.length);
        System.arraycopy(file, at + removed, spliced, at + added.length, file.length - at - removed);
        return spliced;
    }

    /** The parts of an archive by name, in order. */
    static Map<String, byte[]> unpacked(byte[] archive) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(archive)).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /** An archive of these parts. */
    static byte[] packed(Map<String, byte[]> parts) {
        return packed(parts, Deflater.DEFAULT_COMPRESSION);
    }

    /** An archive of these parts, pressed so hard; see {@link Deflater}. */
    static byte[] packed(Map<String, byte[]> parts, int level) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(level);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

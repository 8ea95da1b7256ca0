package eu.vitrine.assessment;

import eu.vitrine.policy.PolicyFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Drafts of policy sets: the shipped one with something changed. */
final class Drafts {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String SUMMARY = "AIA-53-1-d.yaml";

    private Drafts() {}

    static Map<String, String> shipped() {
        return new TreeMap<>(PolicyFolder.shippedFiles());
    }

    /** Only a word differs; no two of these are the same set. */
    static byte[] reworded() {
        return zip(with(SUMMARY, text(SUMMARY).replaceFirst("(?m)^title: .*$", "title: Draft wording " + COUNT.incrementAndGet())));
    }

    /** The duty of the public summary is gone; no two of these are the same set. */
    static byte[] withoutSummary() {
        Map<String, String> files = with("CLS-1.yaml", text("CLS-1.yaml").replaceFirst("(?m)^title: .*$", "title: Draft wording " + COUNT.incrementAndGet()));
        files.remove(SUMMARY);
        files.remove("cases/" + SUMMARY);
        return zip(files);
    }

    static String text(String name) {
        return shipped().get(name);
    }

    static Map<String, String> with(String name, String text) {
        Map<String, String> files = shipped();
        files.put(name, text);
        return files;
    }

    static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

package eu.vitrine.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files that one issuer published together on a day: records, or a policy set. What it brings is data; nothing in it is run.
 *
 * @param content what the files are
 * @param issuer who published it, as the issuer writes it
 * @param issued the day of publication
 * @param files each with a relative path and its bytes, which are UTF-8
 */
public record Bundle(Content content, String issuer, LocalDate issued, List<Source> files) {

    /** Most files a bundle may hold. */
    static final int MOST_FILES = 5_000;
    /** Most bytes of all files together. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*){0,5}");

    /** What the files of a bundle are. */
    public enum Content {
        /** Record files: models, providers, licences, services. */
        CATALOGUE("catalogue"),
        /** The files of a policy set, with the vocabulary and the figures of the law. */
        LAW("law");

        private final String code;

        Content(String code) {
            this.code = code;
        }

        /** As written in the file. */
        public String code() {
            return code;
        }
    }

    public Bundle {
        files = List.copyOf(files);
        if (issuer.isBlank() || issuer.length() > 200) {
            throw new IllegalArgumentException("a bundle names its issuer in 1 to 200 characters");
        }
        if (files.isEmpty() || files.size() > MOST_FILES) {
            throw new IllegalArgumentException("a bundle holds 1 to " + MOST_FILES + " files, not " + files.size());
        }
        Set<String> names = new HashSet<>();
        long bytes = 0;
        for (Source file : files) {
            if (!PATH.matcher(file.name()).matches() || file.name().length() > 200) {
                throw new IllegalArgumentException("a file of a bundle has a plain relative path such as models/example.yaml, not \"" + file.name() + "\"");
            }
            if (!names.add(file.name())) {
                throw new IllegalArgumentException("the bundle holds two files named " + file.name());
            }
            bytes += file.bytes().length;
        }
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException("a bundle holds at most 16 MiB, not " + bytes + " bytes");
        }
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("content", content.code());
        tree.put("issuer", issuer);
        tree.put("issued", issued.toString());
        List<Map<String, Object>> written = new ArrayList<>();
        for (Source file : files) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("path", file.name());
            entry.put("text", new String(file.bytes(), java.nio.charset.StandardCharsets.UTF_8));
            written.add(entry);
        }
        tree.put("files", written);
        return tree;
    }
}

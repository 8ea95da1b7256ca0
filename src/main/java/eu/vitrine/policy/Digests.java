package eu.vitrine.policy;

import eu.vitrine.facts.Located;
import eu.vitrine.facts.LocatedReader;
import eu.vitrine.facts.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two digests of a set: what can change an answer (conditions, data, structure) and what cannot (wording). Comments, order
 * of keys and layout of the files are in neither. Both are SHA-256 in hexadecimal.
 */
record Digests(String ofRules, String ofTexts) {

    private static final Set<String> WORDING = Set.of("title", "plain", "remedy", "why", "note", "label", "intro", "question",
            "means", "example", "wording", "source", "cite", "articles", "direction", "consequence", "labels");

    static Digests of(Map<String, String> files) {
        return new Digests(digest(files, false), digest(files, true));
    }

    /** Files that belong to a set; cases and readmes do not. */
    static Map<String, String> ofSet(Map<String, String> files) {
        Map<String, String> set = new TreeMap<>();
        files.forEach((name, text) -> {
            if (name.endsWith(".yaml") && !name.startsWith("cases/") && !name.startsWith(Overlay.FOLDER + "cases/")) {
                set.put(name, text);
            }
        });
        return set;
    }

    private static String digest(Map<String, String> files, boolean wording) {
        MessageDigest digest = Sha256.digest();
        ofSet(files).forEach((name, text) -> {
            StringBuilder flat = new StringBuilder(name).append('\n');
            flatten(LocatedReader.read(text, name), "", wording, flat);
            digest.update(flat.toString().getBytes(StandardCharsets.UTF_8));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void flatten(Located node, String path, boolean wording, StringBuilder flat) {
        switch (node) {
            case Located.Mapping mapping -> new TreeMap<>(mapping.entries()).forEach((key, value) -> {
                boolean isWording = WORDING.contains(key);
                if (isWording && wording) {
                    flat.append(path).append('.').append(key).append('=').append(plain(value)).append('\n');
                } else if (!isWording) {
                    flatten(value, path + "." + key, wording, flat);
                }
            });
            case Located.Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    flatten(sequence.items().get(i), path + "[" + i + "]", wording, flat);
                }
            }
            case Located.Scalar scalar -> {
                boolean choiceLabel = path.contains(".choices.");
                if (choiceLabel == wording) {
                    flat.append(path).append('=').append(scalar.text().strip()).append('\n');
                } else if (choiceLabel) {
                    flat.append(path).append('\n');
                }
            }
        }
    }

    private static String plain(Located value) {
        return switch (value) {
            case Located.Scalar scalar -> scalar.text().strip();
            case Located.Sequence sequence -> sequence.items().stream().map(Digests::plain).toList().toString();
            case Located.Mapping mapping -> new TreeMap<>(mapping.entries()).entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + plain(entry.getValue())).toList().toString();
        };
    }
}

package eu.vitrine.policy;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of a policy set: those that ship with the product, or a folder. */
public final class PolicyFolder {

    /** The files of an overlay stand in a set under names that begin so. */
    public static final String OVERLAY = Overlay.FOLDER;

    static final String BUNDLE = "/policies/bundle.json";

    private PolicyFolder() {}

    /**
     * The set that ships with the product.
     *
     * @throws InvalidFile when it is broken, which a build refuses
     */
    public static PolicySet shipped() {
        JsonNode bundle = bundle();
        Map<String, String> files = files(bundle);
        return PolicySetReader.read(files, Prepared.of(bundle, files));
    }

    /** Every file that ships with the product, cases included, by name. */
    public static Map<String, String> shippedFiles() {
        return files(bundle());
    }

    /**
     * The set in a folder.
     *
     * @throws InvalidFile when it is broken or not there, with every problem
     */
    public static PolicySet in(Path folder) {
        return of(files(folder));
    }

    /**
     * The files of a set with an organisation's own laid over them.
     *
     * @param overlay folder with the organisation's house rules, facts, figures and switches
     * @throws InvalidFile when the folder is not there or cannot be read
     */
    public static Map<String, String> withOverlay(Map<String, String> files, Path overlay) {
        Map<String, String> all = new TreeMap<>(files);
        files(overlay).forEach((name, text) -> all.put(Overlay.FOLDER + name, text));
        return all;
    }

    /** The files with cases among these by name, those of an overlay under {@link #OVERLAY} beside the others. */
    public static Map<String, String> cases(Map<String, String> files) {
        Map<String, String> cases = new TreeMap<>();
        for (String folder : List.of("cases/", OVERLAY + "cases/")) {
            files.forEach((name, text) -> {
                if (name.startsWith(folder) && name.indexOf('/', folder.length()) < 0) {
                    cases.put(name, text);
                }
            });
        }
        return cases;
    }

    /**
     * The set in these files.
     *
     * @throws InvalidFile when it is broken, with every problem
     */
    public static PolicySet of(Map<String, String> files) {
        JsonNode bundle = bundle();
        Prepared prepared = Prepared.of(bundle, files);
        Prepared below = prepared == null && files.keySet().stream().anyMatch(Overlay::isOverlaid) ? Prepared.below(bundle, files) : null;
        return below == null ? PolicySetReader.read(files, prepared) : PolicySetReader.readOver(files, below);
    }

    /**
     * Every YAML file below a folder, by its path with forward slashes.
     *
     * @throws InvalidFile when the folder is not there or cannot be read
     */
    public static Map<String, String> files(Path folder) {
        Map<String, String> files = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> found = paths.filter(path -> path.toString().endsWith(".yaml")).toList();
            for (Path path : found) {
                try {
                    files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
                } catch (CharacterCodingException e) {
                    problems.add(new Problem(path.toString(), 0, 0, "is not UTF-8; save it with that encoding"));
                }
            }
        } catch (NoSuchFileException e) {
            throw new InvalidFile(new Problem(folder.toString(), 0, 0, "there is no such folder"));
        } catch (IOException e) {
            throw new InvalidFile(new Problem(folder.toString(), 0, 0, "cannot be read: " + e.getMessage()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidFile(problems);
        }
        if (files.isEmpty()) {
            throw new InvalidFile(new Problem(folder.toString(), 0, 0, "holds no policies"));
        }
        return files;
    }

    private static JsonNode bundle() {
        try (InputStream in = PolicyFolder.class.getResourceAsStream(BUNDLE)) {
            if (in == null) {
                throw new IllegalStateException("the product was built without its policies: " + BUNDLE + " is missing");
            }
            return JsonMapper.shared().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> files(JsonNode bundle) {
        Map<String, String> files = new TreeMap<>();
        bundle.path("files").properties().forEach(entry -> files.put(entry.getKey(), entry.getValue().stringValue()));
        return files;
    }
}

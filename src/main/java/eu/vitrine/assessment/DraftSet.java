package eu.vitrine.assessment;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.facts.VocabularyReader;
import eu.vitrine.policy.PolicyFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads a policy set that a person brings in: a policies folder as ZIP. Nothing of it is trusted, and nothing is written to a disk. */
final class DraftSet {

    /** A set is text of a few hundred kilobytes. */
    static final int MOST_PACKED = 2 * 1024 * 1024;
    static final int MOST_UNPACKED = 4 * 1024 * 1024;
    static final int MOST_FILES = 2000;

    private static final Pattern NAME = Pattern.compile("(?:policies/)?((?:overlay/)?(?:([a-z]{1,20})/)?[A-Za-z0-9][A-Za-z0-9._-]{0,99})");
    private static final Set<String> FOLDERS = Set.of("vocabulary", "law", "derivations", "assumptions", "cases", "house", "texts");
    private static final Set<String> PASSED_OVER = Set.of("README.md");

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> files = new TreeMap<>();
    private int unpacked;

    private DraftSet() {}

    /**
     * Reads and checks a set.
     *
     * @param inForce the vocabulary in force: every fact of it must stay, because records and pages speak of it
     * @throws InvalidFile with everything that is wrong, by file, line and column
     */
    static KeptSet read(byte[] zip, Vocabulary inForce) {
        if (zip.length > MOST_PACKED) {
            throw invalid("the upload", "is larger than 2 MiB; a policy set never is");
        }
        DraftSet draft = new DraftSet();
        draft.unpack(zip);
        draft.stopAtProblems();
        if (draft.files.isEmpty()) {
            throw invalid("the upload", "holds no policies; pack the folder that has vocabulary, law and the policies in it as ZIP");
        }
        draft.checkVocabulary(inForce);
        draft.stopAtProblems();
        PolicyFiles files = new PolicyFiles(draft.files);
        return draft.set(files);
    }

    private KeptSet set(PolicyFiles files) {
        try {
            return new KeptSet(PolicyFolder.of(files.withoutCases().byName()), files);
        } catch (IllegalArgumentException e) {
            // the engine asks for a figure or a fact by name, which every set has to hold
            throw invalid("the set", "lacks something that the product needs: " + e.getMessage());
        }
    }

    private void unpack(byte[] packed) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    take(entry.getName(), zip);
                }
                if (files.size() + problems.size() > MOST_FILES) {
                    throw invalid("the upload", "holds more than " + MOST_FILES + " files; a policy set never does");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw invalid("the upload", "is not a ZIP file that can be read: " + e.getMessage());
        }
        if (files.isEmpty() && problems.isEmpty() && !isZip(packed)) {
            throw invalid("the upload", "is not a ZIP file");
        }
    }

    private static boolean isZip(byte[] packed) {
        return packed.length >= 4 && packed[0] == 'P' && packed[1] == 'K';
    }

    private void take(String entry, ZipInputStream zip) throws IOException {
        Matcher name = NAME.matcher(entry);
        if (!name.matches() || entry.contains("..")) {
            problems.add(new Problem(shown(entry), 0, 0, "is no name that a file of a policy set has; folders are one deep, names are"
                    + " letters, digits, hyphens and dots"));
            return;
        }
        if (PASSED_OVER.contains(name.group(1))) {
            return;
        }
        if (name.group(2) != null && !FOLDERS.contains(name.group(2))) {
            problems.add(new Problem(shown(entry), 0, 0, "is in a folder that a policy set does not have"));
        } else if (!name.group(1).endsWith(".yaml")) {
            problems.add(new Problem(shown(entry), 0, 0, "is not a .yaml file; a policy set holds nothing else"));
        } else if (files.putIfAbsent(name.group(1), text(name.group(1), zip)) != null) {
            problems.add(new Problem(name.group(1), 0, 0, "is there twice"));
        }
    }

    private String text(String name, ZipInputStream zip) throws IOException {
        byte[] bytes = zip.readNBytes(MOST_UNPACKED - unpacked + 1);
        unpacked += bytes.length;
        if (unpacked > MOST_UNPACKED) {
            throw invalid("the upload", "is larger than 4 MiB when unpacked; a policy set never is");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            problems.add(new Problem(name, 0, 0, "is not UTF-8; save the file as UTF-8"));
            return "";
        }
    }

    private void checkVocabulary(Vocabulary inForce) {
        Map<String, String> sections = new TreeMap<>(files);
        sections.keySet().removeIf(name -> !name.startsWith("vocabulary/") && !name.startsWith(PolicyFiles.OVERLAY + "vocabulary/"));
        Vocabulary own = VocabularyReader.read(sections);
        for (FactDeclaration fact : inForce.facts()) {
            own.find(fact.id()).ifPresentOrElse(found -> {
                if (found.type() != fact.type() || found.element() != fact.element()) {
                    problems.add(new Problem("vocabulary", 0, 0, "the fact " + fact.id() + " has another type than in the set in force; give it a new id"));
                }
            }, () -> problems.add(new Problem("vocabulary", 0, 0, "the fact " + fact.id()
                    + " of the set in force is missing; a fact is never removed, mark it as retired")));
        }
    }

    private void stopAtProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidFile(problems);
        }
    }

    private static String shown(String entry) {
        return entry.length() > 120 ? entry.substring(0, 120) + "…" : entry;
    }

    private static InvalidFile invalid(String what, String message) {
        return new InvalidFile(new Problem(what, 0, 0, message));
    }
}

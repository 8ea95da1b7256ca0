package eu.vitrine.policy;

import eu.vitrine.facts.Form;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.LocatedReader;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Spelling;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an organisation lays over the set that ships: its own facts and house rules, its own figures, and switches. Its files
 * stand beside those of the set under {@link #FOLDER}, so that an archived set holds both. Duties cannot be changed so.
 */
final class Overlay {

    static final String FOLDER = "overlay/";
    private static final String SWITCHES = FOLDER + "switches.yaml";

    private final Map<String, Boolean> houseRules = new LinkedHashMap<>();
    private final Set<String> assumptionsOff = new LinkedHashSet<>();
    private final Map<String, Located> places = new HashMap<>();
    private final List<Problem> problems;

    Overlay(Map<String, String> files, List<Problem> problems) {
        this.problems = problems;
        files.keySet().stream().filter(Overlay::isOverlaid).forEach(name -> {
            String below = name.substring(FOLDER.length());
            boolean known = name.equals(SWITCHES) || below.indexOf('/') < 0 || below.startsWith("vocabulary/")
                    || below.startsWith("house/") || below.startsWith("cases/");
            if (!known) {
                problems.add(new Problem(name, 1, 1, "an overlay holds house rules, their cases, vocabulary/, house/ and switches.yaml only"));
            } else if (below.startsWith("vocabulary/") && files.containsKey(below)) {
                problems.add(new Problem(name, 1, 1, "the section \"" + below + "\" ships with the product; give yours another name"));
            }
        });
        String switches = files.get(SWITCHES);
        if (switches != null) {
            try {
                read(new Form(LocatedReader.read(switches, SWITCHES), problems));
            } catch (InvalidFile e) {
                problems.addAll(e.problems());
            }
        }
    }

    static boolean isOverlaid(String file) {
        return file.startsWith(FOLDER);
    }

    /** The YAML files directly in one folder of the set; those of the overlay take the place of those with the same name. */
    static Map<String, String> below(Map<String, String> files, String prefix) {
        Map<String, String> byName = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        for (String folder : List.of(prefix, FOLDER + prefix)) {
            files.forEach((path, text) -> {
                if (path.startsWith(folder) && path.endsWith(".yaml") && path.indexOf('/', folder.length()) < 0
                        && !path.equals(SWITCHES)) {
                    String name = path.substring(folder.length());
                    boolean replaces = !prefix.equals("house/");
                    byName.put(replaces ? name : path, path);
                }
            });
        }
        byName.values().forEach(path -> found.put(path, files.get(path)));
        return found;
    }

    private void read(Form form) {
        form.allow(SetShapes.SWITCHES.names());
        entries(form, "switch").forEach((id, node) -> houseRules.put(id, isOn(node)));
        entries(form, "assumptions").forEach((id, node) -> {
            if (isOn(node)) {
                problems.add(node.problem("an assumption can be switched off only; leave \"" + id + "\" out"));
            }
            assumptionsOff.add(id);
        });
    }

    private Map<String, Located> entries(Form form, String key) {
        Located node = form.node().present(key);
        if (node == null) {
            return Map.of();
        }
        if (node instanceof Located.Mapping mapping) {
            mapping.keys().forEach((id, where) -> places.put(id, where));
            return mapping.entries();
        }
        form.complain(key, "\"" + key + "\" must give on or off for each id");
        return Map.of();
    }

    private boolean isOn(Located node) {
        String text = node instanceof Located.Scalar scalar ? scalar.text() : "";
        if (!text.equals("on") && !text.equals("off")) {
            problems.add(node.problem(node.described() + " is neither on nor off"));
        }
        return text.equals("on");
    }

    /** House rules that are switched, and whether on. */
    Map<String, Boolean> houseRules() {
        return houseRules;
    }

    /** Assumptions that are never made. */
    Set<String> assumptionsOff() {
        return assumptionsOff;
    }

    /** Complains about switches for things that are not there. */
    void check(Set<String> rules, Set<String> assumptions) {
        houseRules.keySet().forEach(id -> exists("house rule", id, rules));
        assumptionsOff.forEach(id -> exists("assumption", id, assumptions));
    }

    private void exists(String what, String id, Set<String> known) {
        Located place = places.get(id);
        if (place != null && !known.contains(id)) {
            problems.add(place.problem("there is no " + what + " \"" + id + "\""
                    + Spelling.advice(id, known)));
        }
    }
}

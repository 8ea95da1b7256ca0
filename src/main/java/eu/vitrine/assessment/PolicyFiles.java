package eu.vitrine.assessment;

import eu.vitrine.facts.Located;
import eu.vitrine.facts.LocatedReader;
import eu.vitrine.policy.PolicyFolder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The files of a policy set by name. They are kept with the assessments made by them, so that none depends on a release. */
record PolicyFiles(Map<String, String> byName) {

    /** Where an organisation's own facts, figures and house rules stand beside the files of a set. */
    static final String OVERLAY = "overlay/";

    PolicyFiles {
        byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    /** Those that ship with the product, cases included. */
    static PolicyFiles shipped() {
        return new PolicyFiles(PolicyFolder.shippedFiles());
    }

    /** A JSON object of names and texts, names in order. */
    byte[] bytes() {
        return JsonMapper.shared().writeValueAsString(byName).getBytes(StandardCharsets.UTF_8);
    }

    static PolicyFiles of(byte[] bytes) {
        Map<String, String> files = new TreeMap<>();
        JsonMapper.shared().readTree(bytes).properties().forEach(file -> files.put(file.getKey(), file.getValue().stringValue()));
        return new PolicyFiles(files);
    }

    private static boolean isCase(String name) {
        return name.startsWith("cases/") || name.startsWith(OVERLAY + "cases/");
    }

    /** What the organisation has laid over the set. */
    PolicyFiles overlay() {
        Map<String, String> own = new TreeMap<>(byName);
        own.keySet().removeIf(name -> !name.startsWith(OVERLAY));
        return new PolicyFiles(own);
    }

    /** These with others laid over them. */
    PolicyFiles with(PolicyFiles others) {
        Map<String, String> all = new TreeMap<>(byName);
        all.putAll(others.byName);
        return new PolicyFiles(all);
    }

    /** What makes up the set: no cases, no readme. */
    PolicyFiles withoutCases() {
        Map<String, String> set = new TreeMap<>(byName);
        set.keySet().removeIf(name -> isCase(name) || !name.endsWith(".yaml"));
        return new PolicyFiles(set);
    }

    /** The situations that the set is tested by. */
    PolicyFiles cases() {
        Map<String, String> cases = new TreeMap<>(byName);
        cases.keySet().removeIf(name -> !isCase(name) || !name.endsWith(".yaml"));
        return new PolicyFiles(cases);
    }

    /** The file of that name, which the set is known to hold. */
    Located.Mapping read(String name) {
        String text = byName.get(name);
        if (text != null && LocatedReader.read(text, name) instanceof Located.Mapping mapping) {
            return mapping;
        }
        throw new IllegalStateException("the policy set has no file " + name + " with keys and values");
    }
}

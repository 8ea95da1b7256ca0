package eu.vitrine.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a browser says of itself, cut down to what its person recognises: "Firefox, Windows". */
final class Device {

    /** In this order, because most browsers also name others. */
    private static final List<List<String>> BROWSERS = List.of(List.of("Edg", "Edge"), List.of("OPR", "Opera"), List.of("Firefox", "Firefox"),
            List.of("FxiOS", "Firefox"), List.of("Chrom", "Chrome"), List.of("CriOS", "Chrome"), List.of("Safari", "Safari"));
    private static final List<List<String>> SYSTEMS = List.of(List.of("Windows", "Windows"), List.of("Android", "Android"), List.of("iPhone", "iPhone"),
            List.of("iPad", "iPad"), List.of("Mac OS", "macOS"), List.of("CrOS", "ChromeOS"), List.of("Linux", "Linux"));

    private Device() {}

    /** At most two names; empty if nothing is recognised. Nothing of the header itself is kept. */
    static String of(@Nullable String userAgent) {
        String text = userAgent == null ? "" : userAgent;
        String browser = first(BROWSERS, text);
        String system = first(SYSTEMS, text);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static String first(List<List<String>> names, String text) {
        return names.stream().filter(name -> text.contains(name.getFirst())).map(List::getLast).findFirst().orElse("");
    }
}

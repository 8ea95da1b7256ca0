package eu.vitrine.dossier;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers every distinct address in the order in which the document first refers to it. */
final class Sources {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** A reference as templates read it: {@code number} is null where no source is stated. */
    Fields cite(@Nullable String address, @Nullable Day asOf) {
        Integer number = address == null ? null : numbers.computeIfAbsent(address, key -> numbers.size() + 1);
        return new Fields()
                .with("number", number)
                .with("mark", number == null ? null : "[" + number + "]")
                .with("target", number == null ? null : "#source-" + number)
                .with("day", asOf == null ? null : FactWords.day(asOf));
    }

    /** Every address so far, in order. */
    List<Fields> list() {
        List<Fields> list = new ArrayList<>();
        numbers.forEach((address, number) -> list.add(new Fields()
                .with("anchor", "source-" + number)
                .with("mark", "[" + number + "]")
                .with("address", address)
                .with("linked", isWeb(address))));
        return list;
    }

    /** Only such addresses become links; anything else stays text. */
    static boolean isWeb(String address) {
        return address.matches("(?s)https?://[^\\s]+");
    }

    /** A short form of an address that stands beside its number: the host, and what follows where it is short. */
    static String brief(String address) {
        String bare = address.replaceFirst("^https?://(www\\.)?", "");
        if (!Sources.isWeb(address) || bare.length() <= 44) {
            return bare;
        }
        int slash = bare.indexOf('/');
        return slash < 0 || slash > 44 ? bare : bare.substring(0, slash) + "/…";
    }
}

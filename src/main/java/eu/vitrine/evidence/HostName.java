package eu.vitrine.evidence;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of hosts that a capture may ever ask: names of the domain name system, and none that stands for this machine or for what runs it. */
final class HostName {

    private static final int LONGEST = 253;
    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** As URL parsers take it: a last part that is a number, decimal, octal or hexadecimal, makes the whole an IPv4 address. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    private static final Pattern RESERVED = Pattern.compile("(?:.*\\.)?(?:localhost|localdomain)|(?:metadata|instance-data)(?:\\..*)?");

    private HostName() {}

    /** The name in lower case; empty for addresses in any spelling, for names of this machine, and for what is no name. */
    static Optional<String> of(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        boolean fit = name.length() <= LONGEST && NAME.matcher(name).matches() && !ENDS_IN_NUMBER.matcher(name).matches()
                && !RESERVED.matcher(name).matches();
        return fit ? Optional.of(name) : Optional.empty();
    }
}

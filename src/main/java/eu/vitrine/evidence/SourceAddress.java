package eu.vitrine.evidence;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Address of a source, spelled in one way, so that versions of the same source meet: scheme and host in lower case, no default port, no
 * fragment, no {@code .} and {@code ..} in the path.
 *
 * @param scheme http or https
 * @param host in lower case, internationalised names in their ASCII form
 * @param port -1 where it is the scheme's own
 * @param path begins with a slash
 * @param query without question mark; empty where there is none
 */
record SourceAddress(String scheme, String host, int port, String path, String query) {

    static final int LONGEST = 2000;

    /** @throws EvidenceRefused if it is no absolute http or https address without credentials */
    static SourceAddress of(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST) {
            throw refused(text.substring(0, 80) + "…");
        }
        try {
            return of(new URI(text).normalize(), text);
        } catch (URISyntaxException e) {
            throw refused(text);
        }
    }

    private static SourceAddress of(URI uri, String typed) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw refused(typed);
        }
        Authority authority = Authority.of(uri.getRawAuthority(), typed);
        boolean usual = authority.port() == -1 || authority.port() == (scheme.equals("https") ? 443 : 80);
        URI plain = URI.create(uri.toASCIIString());
        String path = plain.getRawPath() == null || plain.getRawPath().isEmpty() ? "/" : plain.getRawPath();
        while (path.startsWith("/../")) {
            path = path.substring(3);
        }
        return new SourceAddress(scheme, authority.host(), usual ? -1 : authority.port(), path, plain.getRawQuery() == null ? "" : plain.getRawQuery());
    }

    /** Read by hand: {@code URI} leaves the host out where it is a name with characters it does not know. */
    private record Authority(String host, int port) {

        static Authority of(@org.jspecify.annotations.Nullable String raw, String typed) {
            if (raw == null || raw.contains("@")) {
                throw refused(typed);
            }
            int colon = raw.startsWith("[") ? raw.indexOf(':', raw.indexOf(']') + 1) : raw.indexOf(':');
            String host = colon < 0 ? raw : raw.substring(0, colon);
            String port = colon < 0 ? "" : raw.substring(colon + 1);
            if (host.isEmpty() || !port.matches("\\d{0,5}")) {
                throw refused(typed);
            }
            return new Authority(ascii(host, typed), port.isEmpty() ? -1 : Integer.parseInt(port));
        }

        private static String ascii(String host, String typed) {
            if (host.startsWith("[")) {
                return host.toLowerCase(Locale.ROOT);
            }
            try {
                return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException e) {
                throw refused(typed);
            }
        }
    }

    /** Where a redirect leads to, seen from here. */
    SourceAddress resolve(String location) {
        try {
            return of(new URI(toString()).resolve(new URI(location.strip())).toString());
        } catch (URISyntaxException e) {
            throw refused(location);
        }
    }

    /** What is asked for in a request. */
    String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    @Override
    public String toString() {
        return scheme + "://" + authority() + target();
    }

    /** Host, with the port where it is not the usual one. */
    String authority() {
        return port == -1 ? host : host + ":" + port;
    }

    private static EvidenceRefused refused(String typed) {
        return new EvidenceRefused(EvidenceRefused.Reason.ADDRESS,
                "\"" + typed + "\" is not an address that begins with https:// or http:// and names a host, without user name and password.", typed);
    }
}

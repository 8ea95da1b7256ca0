package eu.vitrine.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of source an address is, told from its host: the one place that derives it, from dated data. A kind that somebody has
 * stated always counts more; what is derived is shown as derived and decides nothing.
 */
public final class SourceHosts {

    private static final String DATA = "/sources/hosts.yaml";
    private static final String SHARED = "shared";

    private final Map<SourceTier, List<String>> hosts = new EnumMap<>(SourceTier.class);
    private final List<String> shared;
    private final Day asOf;

    private SourceHosts(Form form) {
        form.allow(Set.of("as_of", "authority", "index", "study", "press", SHARED));
        for (SourceTier tier : SourceTier.values()) {
            hosts.put(tier, form.texts(tier.code()));
        }
        shared = form.texts(SHARED);
        asOf = Day.parse(form.text("as_of")).orElseThrow(() -> new InvalidFile(form.problem("as_of", "must be a date")));
    }

    /** The data that ships with the product. */
    public static SourceHosts shipped() {
        try (InputStream in = SourceHosts.class.getResourceAsStream(DATA)) {
            if (in == null) {
                throw new IllegalStateException("the product was built without " + DATA);
            }
            var problems = new ArrayList<Problem>();
            SourceHosts read = new SourceHosts(new Form(LocatedReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), DATA), problems));
            if (!problems.isEmpty()) {
                throw new InvalidFile(problems);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The day the data is of. */
    public Day asOf() {
        return asOf;
    }

    /**
     * The kind of a source.
     *
     * @param claim a stated kind is given as it is
     * @param provider words that the provider's own hosts or accounts have in their name, such as its slug and its brand
     * @return empty where neither is known
     */
    public Optional<SourceTier> tier(Claim claim, List<String> provider) {
        return claim.tier() != null ? Optional.of(claim.tier()) : derived(claim.sourceUrl(), provider);
    }

    /** The kind told from the address alone; empty where the data does not say. */
    public Optional<SourceTier> derived(@Nullable String address, List<String> provider) {
        URI uri = address == null ? null : uri(address);
        if (uri == null || uri.getHost() == null) {
            return Optional.empty();
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        for (Map.Entry<SourceTier, List<String>> tier : hosts.entrySet()) {
            if (isAmong(host, tier.getValue())) {
                return Optional.of(tier.getKey());
            }
        }
        String owner = isAmong(host, shared) ? account(uri) : registered(host);
        return provider.stream().map(SourceHosts::plain).anyMatch(word -> word.length() > 2 && isOf(plain(owner), word))
                ? Optional.of(SourceTier.PROVIDER) : Optional.empty();
    }

    private static boolean isOf(String owner, String provider) {
        return owner.startsWith(provider) || owner.length() > 2 && provider.startsWith(owner);
    }

    private static @Nullable URI uri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            // An address that is none tells nothing.
            return null;
        }
    }

    private static boolean isAmong(String host, List<String> hosts) {
        return hosts.stream().anyMatch(one -> host.equals(one) || host.endsWith("." + one));
    }

    /** Whose pages these are, on a host of many: the first part of the path. */
    private static String account(URI uri) {
        String path = uri.getPath() == null ? "" : uri.getPath();
        int end = path.indexOf('/', 1);
        return path.length() < 2 ? "" : path.substring(1, end < 0 ? path.length() : end);
    }

    /** The part of a host that somebody has registered, without its ending. */
    private static String registered(String host) {
        String[] labels = host.split("\\.");
        int ending = labels.length > 2 && labels[labels.length - 2].length() <= 3 && labels[labels.length - 1].length() == 2 ? 2 : 1;
        return labels.length <= ending ? host : labels[labels.length - ending - 1];
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}

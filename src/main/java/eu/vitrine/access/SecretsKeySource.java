package eu.vitrine.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where the master key comes from: {@code vitrine.secrets.key} (the environment variable VITRINE_SECRETS_KEY), else the file
 * {@code vitrine.secrets.key-file}, else {@code secrets.key} beside an H2 database file. A database server has no default.
 */
@Component
class SecretsKeySource {

    private static final Logger LOG = LoggerFactory.getLogger(SecretsKeySource.class);
    private static final String KEY = "vitrine.secrets.key";
    private static final String OLD_KEY = "vitrine.secrets.old-key";
    private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:(?:file:)?((?:[./~]|[A-Za-z]:)[^;]*).*");
    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final Environment settings;

    SecretsKeySource(Environment settings) {
        this.settings = settings;
    }

    /**
     * The key in use, if there is one.
     *
     * @throws SecretsKeyRefused if it cannot be read, or if others than the owner may read its file
     */
    Optional<SecretsKey> present() {
        return ofSetting(KEY).or(() -> fileNamed(KEY + "-file").or(this::besideDatabase).flatMap(SecretsKeySource::ofFile));
    }

    /** The key before, of which only a change of the key needs to know. */
    Optional<SecretsKey> old() {
        return ofSetting(OLD_KEY).or(() -> fileNamed(OLD_KEY + "-file").map(file -> ofFile(file).orElseThrow(() -> new SecretsKeyRefused(
                "The file of the old secrets key " + file + " does not exist.", "Correct vitrine.secrets.old-key-file, or remove it if the key was changed already."))));
    }

    /** Makes a key in the file beside the H2 database, if that is where it would come from; whoever is second gets the first one's. */
    Optional<SecretsKey> make() {
        if (settings.containsProperty(KEY) || settings.containsProperty(KEY + "-file")) {
            return Optional.empty();
        }
        return besideDatabase().flatMap(file -> {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                // Written whole before it has its name; a temporary file is readable by its owner alone.
                if (Files.exists(file)) {
                    return ofFile(file);
                }
                Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "secrets", ".key");
                Files.writeString(whole, SecretsKey.fresh() + "\n", StandardCharsets.US_ASCII);
                Files.move(whole, file);
                LOG.info("A key for secrets was made in {}. Keep a copy apart from the database: without it the secrets cannot be read.", file);
            } catch (FileAlreadyExistsException e) {
                LOG.debug("Another start was first", e);
            } catch (IOException e) {
                throw unreadable(file, "written");
            }
            return ofFile(file);
        });
    }

    private Optional<SecretsKey> ofSetting(String name) {
        return Optional.ofNullable(settings.getProperty(name)).filter(text -> !text.isBlank()).map(text -> SecretsKey.read(text)
                .orElseThrow(() -> new SecretsKeyRefused("The setting " + name + " holds no key.", "Give 32 random bytes in Base64: openssl rand -base64 32")));
    }

    private Optional<Path> fileNamed(String name) {
        return Optional.ofNullable(settings.getProperty(name)).filter(text -> !text.isBlank()).map(Path::of);
    }

    private Optional<Path> besideDatabase() {
        Matcher file = H2_FILE.matcher(settings.getProperty("spring.datasource.url", ""));
        return file.matches() ? Optional.of(Path.of(file.group(1).replaceFirst("^~", Matcher.quoteReplacement(System.getProperty("user.home")))).resolveSibling("secrets.key"))
                : Optional.empty();
    }

    private static Optional<SecretsKey> ofFile(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
                throw new SecretsKeyRefused("Others than its owner may use the file of the secrets key " + file + ".", "Take their permissions away: chmod 600 " + file);
            }
            return Optional.of(SecretsKey.read(Files.readString(file, StandardCharsets.US_ASCII))
                    .orElseThrow(() -> new SecretsKeyRefused("The file " + file + " holds no secrets key.", "Put the right file back from your copy of it.")));
        } catch (IOException e) {
            throw unreadable(file, "read");
        }
    }

    private static SecretsKeyRefused unreadable(Path file, String act) {
        return new SecretsKeyRefused("The file of the secrets key " + file + " cannot be " + act + ".", "Check the folder and its permissions.");
    }
}

package eu.vitrine.audit;

import eu.vitrine.proof.Malformed;
import eu.vitrine.proof.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The file of the key that signs checkpoints, and beside it, after a change, the one of the key before. */
@Component
class KeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private final Path file;
    private final Path previous;

    KeyFile(AuditSettings settings) {
        file = settings.key();
        previous = file.resolveSibling(file.getFileName() + ".previous");
    }

    /**
     * The key, made where there is none.
     *
     * @param name of the log, for a key that is made
     * @throws UncheckedIOException if the file can neither be read nor made
     * @throws IllegalStateException if it is not a key
     */
    SigningKey present(String name) {
        Optional<SigningKey> there = read(file);
        if (there.isPresent()) {
            return there.get();
        }
        SigningKey made = SigningKey.generate(name);
        try {
            WholeFiles.writeSecret(file, made.written());
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the audit log cannot be written to " + file, e);
        }
        LOG.info("A key for signing the audit log was made: {}. Keep a copy where nobody who administers the database can read it.", file);
        return made;
    }

    /** The key that was used before, if it was left beside the present one under its name with ".previous". */
    Optional<SigningKey> previous() {
        return read(previous);
    }

    private static Optional<SigningKey> read(Path path) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
                LOG.warn("Others than its owner may read or write {}, the key of the audit log. Allow it to the owner alone.", path);
            }
            return Optional.of(SigningKey.parse(Files.readString(path)));
        } catch (Malformed e) {
            throw new IllegalStateException(path + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the audit log cannot be read from " + path, e);
        }
    }
}

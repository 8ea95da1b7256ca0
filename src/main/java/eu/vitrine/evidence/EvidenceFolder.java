package eu.vitrine.evidence;

import eu.vitrine.audit.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The folder of files, each named by the SHA-256 of its bytes in a subfolder of the first two digits. */
@Component
class EvidenceFolder {

    private static final int BLOCK = 64 * 1024;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final Path root;
    private final Path incoming;
    private final Disk disk;
    private final Clock clock;
    private final ReadWriteLock sweeping = new ReentrantReadWriteLock();

    EvidenceFolder(EvidenceLimits limits, Disk disk, Clock clock) {
        this.root = limits.folder().toAbsolutePath().normalize();
        this.incoming = root.resolve("incoming");
        this.disk = disk;
        this.clock = clock;
    }

    /**
     * Writes what arrives to a temporary file and forces it to the disk; memory stays flat.
     *
     * @throws EvidenceRefused.TooLarge as soon as more than {@code limit} bytes have arrived
     * @throws IOException if the disk or the sender fails; nothing is left then
     */
    Incoming receive(InputStream bytes, long limit) throws IOException {
        disk.createFolder(incoming);
        Path file = incoming.resolve(UUID.randomUUID() + ".part");
        boolean whole = false;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            MessageDigest digest = Sha256.digest();
            byte[] block = new byte[BLOCK];
            long size = 0;
            for (int read = bytes.read(block); read >= 0; read = bytes.read(block)) {
                size += read;
                if (size > limit) {
                    throw new EvidenceRefused.TooLarge(limit);
                }
                digest.update(block, 0, read);
                for (ByteBuffer left = ByteBuffer.wrap(block, 0, read); left.hasRemaining();) {
                    out.write(left);
                }
            }
            disk.force(out);
            whole = true;
            return new Incoming(file, HexFormat.of().formatHex(digest.digest()), size);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Gives received bytes their lasting name; on return they survive a crash. The same bytes kept before are replaced by these. */
    void keep(Incoming received) throws IOException {
        Path lasting = path(received.sha256());
        disk.createFolder(lasting.getParent());
        Files.setLastModifiedTime(received.file(), FileTime.from(clock.instant()));
        disk.move(received.file(), lasting);
        disk.forceFolder(lasting.getParent());
    }

    /** What is wrong with the kept file; empty where its bytes have their hash. Reads the whole file. */
    Optional<Damage> damage(String sha256) throws IOException {
        try (InputStream in = Files.newInputStream(path(sha256))) {
            MessageDigest digest = Sha256.digest();
            byte[] block = new byte[BLOCK];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest()).equals(sha256) ? Optional.empty() : Optional.of(Damage.ALTERED);
        } catch (NoSuchFileException e) {
            return Optional.of(Damage.MISSING);
        }
    }

    /**
     * Where the file of a hash is or would be.
     *
     * @throws IllegalArgumentException if it is no hash, so that no other name becomes a path
     */
    Path path(String sha256) {
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + sha256);
        }
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Everything in the folder but what is arriving. */
    List<Path> files() throws IOException {
        return below(root).stream().filter(file -> !file.startsWith(incoming)).toList();
    }

    /** Temporary files last written before then. */
    List<Path> arrivingSince(Instant before) throws IOException {
        return below(incoming).stream().filter(file -> olderThan(file, before)).toList();
    }

    /** Whether a file is a hash in its place. */
    boolean isNamedByHash(Path file) {
        String name = file.getFileName().toString();
        return SHA_256.matcher(name).matches() && file.equals(path(name));
    }

    boolean olderThan(Path file, Instant then) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(then);
        } catch (IOException e) {
            return false; // gone meanwhile
        }
    }

    /** Runs what gives bytes their row while nothing is swept. */
    <T> T whileKept(Supplier<T> work) {
        return locked(sweeping.readLock(), work);
    }

    /** Runs what removes files while no bytes wait for their row. */
    <T> T whileSweeping(Supplier<T> work) {
        return locked(sweeping.writeLock(), work);
    }

    private static <T> T locked(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}

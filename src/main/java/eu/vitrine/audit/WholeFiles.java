package eu.vitrine.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Writes files that are there as a whole and on disk, or not at all. */
final class WholeFiles {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private WholeFiles() {}

    static void write(Path file, String text) throws IOException {
        write(file, text, new FileAttribute<?>[0]);
    }

    /** Readable and writable by the owner alone, from the first byte on, where the file system knows owners. */
    static void writeSecret(Path file, String text) throws IOException {
        boolean owners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        write(file, text, owners ? new FileAttribute<?>[] {OWNER_ALONE} : new FileAttribute<?>[0]);
    }

    private static void write(Path file, String text, FileAttribute<?>... attributes) throws IOException {
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder == null) {
            throw new IOException(file + " is not a file");
        }
        Files.createDirectories(folder);
        Path arriving = folder.resolve("." + whole.getFileName() + "." + UUID.randomUUID());
        try {
            try (FileChannel channel = FileChannel.open(arriving, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(arriving, whole, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(arriving);
        }
    }
}

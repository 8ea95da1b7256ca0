package eu.vitrine.evidence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.stereotype.Component;

/** The steps by which a file gets onto the disk so that a crash between any two of them loses nothing acknowledged. */
@Component
class Disk {

    /** Creates a folder and its parents, so that they survive a power failure. */
    void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                createFolder(parent);
            }
            Files.createDirectories(folder);
            if (parent != null) {
                forceFolder(parent);
            }
        }
    }

    void force(FileChannel written) throws IOException {
        written.force(true);
    }

    /** At once or not at all; a file of that name is replaced. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes names in a folder durable. */
    void forceFolder(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}

package eu.vitrine.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes received whole and forced to the disk, under a temporary name until they are kept. */
record Incoming(Path file, String sha256, long size) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}

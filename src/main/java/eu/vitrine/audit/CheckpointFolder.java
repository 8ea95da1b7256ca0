package eu.vitrine.audit;

import eu.vitrine.proof.Checkpoint;
import eu.vitrine.proof.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The folder outside the database. A file in it is never written over: another root makes another name. */
@Component
class CheckpointFolder {

    private static final int DIGITS_OF_ROOT = 8;

    private final Path folder;

    CheckpointFolder(AuditSettings settings) {
        folder = settings.checkpoints();
    }

    boolean holds(SignedNote note) {
        return Files.exists(file(note));
    }

    void keep(SignedNote note) throws IOException {
        if (!holds(note)) {
            WholeFiles.write(file(note), note.written());
        }
    }

    private Path file(SignedNote note) {
        Checkpoint checkpoint = Checkpoint.of(note);
        return folder.resolve("checkpoint-%012d-%s.txt".formatted(checkpoint.size(), checkpoint.root().substring(0, DIGITS_OF_ROOT)));
    }
}

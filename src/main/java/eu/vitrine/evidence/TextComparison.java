package eu.vitrine.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Compares the texts of two items, of the same source or not. */
@Service
@PreAuthorize(Evidence.READERS)
class TextComparison {

    private final Evidence evidence;
    private final ReadableText texts;

    TextComparison(Evidence evidence, ReadableText texts) {
        this.evidence = evidence;
        this.texts = texts;
    }

    /**
     * Empty where the text of one of them cannot be read.
     *
     * @throws NoSuchEvidence if of one only the address is held
     * @throws EvidenceDamaged if one is no longer what was stored
     */
    public Optional<TextDiff> between(EvidenceItem older, EvidenceItem newer) {
        Evidence.Checked from = evidence.checked(older);
        Evidence.Checked to = evidence.checked(newer);
        return lines(from).flatMap(before -> lines(to).map(after -> TextDiff.between(before, after)));
    }

    private Optional<List<String>> lines(Evidence.Checked file) {
        try {
            var kind = FileKind.byMediaType(file.content().mediaType());
            return kind.isEmpty() ? Optional.empty() : texts.lines(kind.get(), file.file());
        } catch (IOException e) {
            throw new UncheckedIOException("The file of \"" + file.item().title() + "\" cannot be read", e);
        }
    }
}

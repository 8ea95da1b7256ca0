package eu.vitrine.formats;

import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.exchange.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Model cards of the Hugging Face Hub: a page in Markdown with front matter in YAML, and beside it, where they are brought
 * along, {@code config.json} and {@code model.safetensors.index.json}. Files belong together when their names are equal up to
 * these endings, so {@code a/README.md} goes with {@code a/config.json}.
 */
public final class HuggingFaceCard implements RecordFormat {

    private static final List<String> ENDINGS = List.of("readme.md", "model.safetensors.index.json", "config.json", ".md");

    private final LicenceNames names;

    /** A reader that knows the licences of this book by name. */
    public HuggingFaceCard(LicenceBook licences) {
        this.names = new LicenceNames(licences);
    }

    @Override
    public String id() {
        return "hugging-face-card";
    }

    @Override
    public String label() {
        return "Hugging Face model card";
    }

    @Override
    public boolean recognises(Source file) {
        boolean settings = (PlainFile.named(file, "config.json") || PlainFile.named(file, "model.safetensors.index.json"))
                && PlainFile.beginning(file).stripLeading().startsWith("{");
        boolean page = PlainFile.named(file, ".md");
        return settings || page && (PlainFile.named(file, "readme.md") || PlainFile.beginning(file).stripLeading().startsWith("---"));
    }

    @Override
    public Imported read(List<Source> files, Origin origin) {
        List<ImportedRecord> records = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        List<Source> cards = files.stream().filter(file -> !PlainFile.named(file, ".json")).toList();
        for (Source file : files) {
            if (cards.contains(file)) {
                List<Source> beside = files.stream().filter(other -> !cards.contains(other) && stem(other.name()).equals(stem(file.name()))).toList();
                // an address is that of one card; of several nobody has said whose it is
                CardReading reading = new CardReading(names, origin, cards.size() == 1 ? HubName.ofAddress(origin.url()) : null);
                ImportedRecord record = reading.read(file, beside, slugs);
                if (record != null) {
                    records.add(record);
                }
                remarks.addAll(reading.remarks(record == null ? null : record.file().slug()));
            } else if (cards.stream().noneMatch(card -> stem(card.name()).equals(stem(file.name())))) {
                Remarks alone = new Remarks();
                alone.rejected(Place.of(file.name()), null, "The settings of a model do not say which model it is.",
                        "Bring them together with the card of the model, under the same name up to \"README.md\" and \"config.json\".");
                remarks.addAll(alone.about(null));
            }
        }
        return new Imported(records, remarks);
    }

    /** The name of a file without the ending that tells card and settings apart. */
    static String stem(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().filter(lower::endsWith).findFirst().map(ending -> name.substring(0, name.length() - ending.length())).orElse(name)
                .replaceAll("[._-]+$", "");
    }

    /** The name of the hub that a file or folder is called by, {@code account__name} or {@code account/name}, or null. */
    static @Nullable HubName called(String name) {
        String stem = stem(name);
        String bare = PlainFile.bare(stem.endsWith("/") || stem.endsWith("\\") ? stem.substring(0, stem.length() - 1) : stem);
        int split = bare.indexOf("__");
        return split > 0 ? HubName.ofText(bare.substring(0, split) + "/" + bare.substring(split + 2)) : null;
    }
}

package eu.vitrine.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the models that fit a search, by name.
 *
 * @param models at most {@link #PAGE} models
 * @param total how many models fit
 * @param providers how many providers those models have
 * @param page from 1
 */
public record ModelList(List<Row> models, long total, long providers, int page) {

    /** Models on a page. */
    public static final int PAGE = 50;

    /**
     * One model.
     *
     * @param version version as its record names it
     * @param provider who places it on the market, or null where the record names nobody
     * @param country country of the provider's seat, ISO alpha-2, or null where it is not known
     * @param licence licence of the weights, or null where none is stated to cover them
     * @param weights code of {@code model.openness.weights}, or null where it is not known
     */
    public record Row(RecordName model, @Nullable String version, @Nullable RecordName provider, @Nullable String country,
            @Nullable RecordName licence, @Nullable String weights) {}

    public ModelList {
        models = List.copyOf(models);
    }

    public long first() {
        return (page - 1L) * PAGE + 1;
    }

    public long last() {
        return first() + models.size() - 1;
    }

    public boolean hasNext() {
        return last() < total;
    }
}

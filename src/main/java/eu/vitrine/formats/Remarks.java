package eu.vitrine.formats;

import eu.vitrine.formats.Remark.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remarks about one file while it is read. What it says is shown without control characters, and there is an end to it. */
final class Remarks {

    /** A person reads no further, and a hostile file must not fill a page. */
    private static final int MOST = 200;

    private final List<Remark> all = new ArrayList<>();
    private int beyond;

    /** The file or the record cannot be used. */
    void rejected(Place place, @Nullable String value, String problem, @Nullable String remedy) {
        add(new Remark(Weight.REJECTED, place, null, null, Wording.shown(value), problem, remedy));
    }

    /** A field that is wrong. */
    void leftOut(Place place, @Nullable String fact, @Nullable String value, String problem, @Nullable String remedy) {
        add(new Remark(Weight.FIELD_LEFT_OUT, place, null, fact, Wording.shown(value), problem, remedy));
    }

    /** Something that is no fact. */
    void notAFact(Place place, @Nullable String fact, @Nullable String value, String problem, @Nullable String remedy) {
        add(new Remark(Weight.NOT_A_FACT, place, null, fact, Wording.shown(value), problem, remedy));
    }

    private void add(Remark remark) {
        if (all.size() < MOST) {
            all.add(remark);
        } else {
            beyond++;
        }
    }

    boolean none() {
        return all.isEmpty();
    }

    /** All of them in the order of the lines, naming this record. */
    List<Remark> about(@Nullable String slug) {
        List<Remark> about = new ArrayList<>();
        all.stream().sorted(Comparator.comparing((Remark remark) -> remark.place().file()).thenComparingInt(remark -> remark.place().line()))
                .forEach(each -> about.add(new Remark(
                        each.weight(), each.place(), slug, each.fact(), each.value(), each.problem(), each.remedy())));
        if (beyond > 0) {
            about.add(new Remark(Weight.NOT_A_FACT, Place.of(all.getFirst().place().file()), slug, null, null,
                    beyond + " further remarks on this file are not listed.", null));
        }
        return about;
    }
}

package eu.vitrine.formats;

import java.util.Set;

/** Keeps the short names of one upload apart. */
final class Slugs {

    private Slugs() {}

    /** This short name, or it with a number where another record of the upload has it already; it is taken from then on. */
    static String free(String slug, Set<String> taken) {
        String free = slug;
        for (int number = 2; !taken.add(free); number++) {
            free = slug + "-" + number;
        }
        return free;
    }
}

package eu.vitrine.assessment;

/**
 * Which changes of a trial to show.
 *
 * @param slug short name of the record, or empty for all
 * @param policy id of the policy, or empty for all
 * @param what {@code changed} for policies that both sets have, {@code new}, {@code gone}, or empty for all
 * @param byPolicy whether to sort by policy, else by record
 * @param page from 1
 */
record TrialQuery(String slug, String policy, String what, boolean byPolicy, int page) {

    static final int SIZE = 50;
    private static final int LAST = 100_000;

    TrialQuery {
        page = Math.clamp(page, 1, LAST);
    }

    /** Everything, by record. */
    static TrialQuery all() {
        return new TrialQuery("", "", "", false, 1);
    }

    int offset() {
        return (page - 1) * SIZE;
    }
}

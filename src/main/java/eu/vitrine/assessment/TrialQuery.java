package eu.vitrine.assessment;

/**
 * Which changes of a trial to show.
 *
 * @param slug short name of the record, or empty for all
 * @param policy id of the policy, or empty for all
 * @param byPolicy whether to sort by policy, else by record
 * @param page from 1
 */
record TrialQuery(String slug, String policy, boolean byPolicy, int page) {

    static final int SIZE = 50;
    private static final int LAST = 100_000;

    TrialQuery {
        page = Math.clamp(page, 1, LAST);
    }

    int offset() {
        return (page - 1) * SIZE;
    }
}

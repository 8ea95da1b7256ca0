package eu.vitrine.bench;

/** Says on standard error how far a long run is, every few seconds. */
final class Progress {

    private static final long EVERY = 5_000_000_000L;

    private final String what;
    private long said = System.nanoTime();

    Progress(String what) {
        this.what = what;
    }

    /** Tells how many are done; called by any thread. */
    synchronized void report(int done) {
        if (System.nanoTime() - said > EVERY) {
            said = System.nanoTime();
            System.err.println(done + " " + what);
        }
    }
}

package eu.vitrine.proof;

/** The text by which a key of a log names the key that follows it. */
final class HandOver {

    private HandOver() {}

    static String text(String origin, VerifierKey next) {
        return origin + "\nnext key\n" + next.written() + "\n";
    }
}

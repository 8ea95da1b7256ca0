package eu.vitrine.policy;

/** Who owes a duty. */
public enum Addressee {
    UPSTREAM("the provider of the model"),
    ADOPTER("we, as provider of the model"),
    CANNOT_DETERMINE("open: the provider of the model or we");

    private final String words;

    Addressee(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}

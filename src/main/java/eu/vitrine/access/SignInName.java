package eu.vitrine.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name a person signs in with, in the one spelling it is stored and compared in; an e-mail address fits. */
public record SignInName(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{2,99}");

    /** Reads what a person typed: spaces around it and letter case do not matter. Empty if it cannot be a name. */
    public static Optional<SignInName> of(String typed) {
        String folded = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return ALLOWED.matcher(folded).matches() ? Optional.of(new SignInName(folded)) : Optional.empty();
    }
}

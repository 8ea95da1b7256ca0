package eu.vitrine.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which passwords may be chosen: 15 to 256 characters, of any kind, that are not among the first an attacker tries.
 * There are no rules of composition (NIST SP 800-63B-4).
 */
@Component
class PasswordRules {

    static final int SHORTEST = 15;
    static final int LONGEST = 256;

    /** A password that is a person's name and little else is guessed from the name. */
    private static final int OWN_CHARACTERS = 8;

    private static final int DIFFERENT_CHARACTERS = 5;

    private static final List<String> ROWS =
            List.of("01234567890", "qwertzuiopasdfghjklyxcvbnm", "qwertyuiopasdfghjklzxcvbnm", "azertyuiopqsdfghjklmwxcvbn",
                    "abcdefghijklmnopqrstuvwxyz");

    private final Set<String> common = readCommon();

    /**
     * What is wrong with a password, as a message key.
     *
     * @param names what the password must not lean on: names of the person
     */
    Optional<String> objection(String password, List<String> names) {
        String normalised = Passwords.normalised(password);
        int length = normalised.codePointCount(0, normalised.length());
        if (length < SHORTEST) {
            return Optional.of("password.short");
        }
        if (length > LONGEST) {
            return Optional.of("password.long");
        }
        String folded = letters(normalised);
        if (common.contains(folded) || isMonotonous(folded)) {
            return Optional.of("password.common");
        }
        return leansOnNames(folded, names) ? Optional.of("password.names") : Optional.empty();
    }

    private static boolean isMonotonous(String folded) {
        return folded.codePoints().distinct().count() < DIFFERENT_CHARACTERS || repeatsItself(folded) || followsRows(folded);
    }

    /** {@code passwordpassword}: a short piece written again and again. */
    private static boolean repeatsItself(String text) {
        for (int size = 1; size <= text.length() / 2; size++) {
            if (text.substring(size).equals(text.substring(0, text.length() - size))) {
                return true;
            }
        }
        return false;
    }

    /** {@code 123456789qwertyuiop}: mostly keys or letters in their order. */
    private static boolean followsRows(String text) {
        long steps = 0;
        for (int i = 1; i < text.length(); i++) {
            String pair = text.substring(i - 1, i + 1);
            String back = new StringBuilder(pair).reverse().toString();
            if (ROWS.stream().anyMatch(row -> row.contains(pair) || row.contains(back))) {
                steps++;
            }
        }
        return steps * 10 >= (text.length() - 1) * 8L;
    }

    private static boolean leansOnNames(String folded, List<String> names) {
        String rest = folded.replace("vitrine", "");
        for (String name : names) {
            for (String part : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                rest = part.length() < 3 ? rest : rest.replace(part, "");
            }
        }
        return rest.length() < OWN_CHARACTERS;
    }

    private static String letters(String password) {
        return password.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "");
    }

    private static Set<String> readCommon() {
        try (InputStream list = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            if (list == null) {
                throw new IllegalStateException("common-passwords.txt is missing from the jar");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PasswordRules::letters)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new IllegalStateException("common-passwords.txt cannot be read", e);
        }
    }
}

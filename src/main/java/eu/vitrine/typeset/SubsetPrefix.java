package eu.vitrine.typeset;

import java.security.SecureRandom;
import java.util.Random;

/** Stands in for the random source from which OpenPDF draws the name of a font subset, so that the name is always the same. */
final class SubsetPrefix extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final Random fixed;

    SubsetPrefix(String seed) {
        fixed = new Random(seed.hashCode());
    }

    @Override
    public double nextDouble() {
        return fixed.nextDouble();
    }
}

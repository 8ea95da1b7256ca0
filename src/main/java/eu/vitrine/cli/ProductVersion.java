package eu.vitrine.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the product, as the build recorded it. */
public final class ProductVersion implements IVersionProvider {

    /** For example {@code 0.1.0}. */
    public static String current() {
        Properties product = new Properties();
        try (InputStream in = ProductVersion.class.getResourceAsStream("/product.properties")) {
            if (in == null) {
                throw new IllegalStateException("the product was built without product.properties");
            }
            product.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return product.getProperty("version");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Vitrine " + current()};
    }
}

package eu.vitrine.issuance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** The version of the product that a dossier names. */
@Component
class Product {

    private static final String FILE = "/product.properties";

    private final String version;

    Product() {
        Properties product = new Properties();
        try (InputStream in = Product.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing in this build");
            }
            product.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        version = product.getProperty("version");
    }

    String version() {
        return version;
    }
}

package eu.vitrine.cli;

import eu.vitrine.exchange.Bundle;
import eu.vitrine.exchange.SignedBundle;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes and checks signed bundles, offline. Keys are PEM files as other tools write them. */
@Command(name = "bundle", mixinStandardHelpOptions = true, description = "Makes and checks signed bundles of records or of a policy set.")
final class BundleCommand implements Runnable {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private final Output output;

    @Spec
    private CommandSpec spec;

    BundleCommand(Output output) {
        this.output = output;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command: keys, make or check");
    }

    @Command(name = "keys", mixinStandardHelpOptions = true, description = "Makes a key pair: NAME.pem, to be kept secret, and NAME.pub.pem, to be handed out.")
    int keys(@Parameters(paramLabel = "NAME") Path name) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Path secret = Path.of(name + ".pem");
        Files.createFile(secret, owner(secret));
        Files.writeString(secret, pem(PRIVATE, pair.getPrivate().getEncoded()));
        Files.writeString(Path.of(name + ".pub.pem"), pem(PUBLIC, pair.getPublic().getEncoded()), StandardOpenOption.CREATE_NEW);
        output.out().println("The key of " + SignedBundle.fingerprint(pair.getPublic()));
        return Exit.OK;
    }

    /** Readable by its owner alone, where the file system knows such a thing. */
    private static java.nio.file.attribute.FileAttribute<?>[] owner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new java.nio.file.attribute.FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new java.nio.file.attribute.FileAttribute<?>[0];
    }

    @Command(name = "make", mixinStandardHelpOptions = true, description = "Signs files, or all files of folders, as one bundle.")
    int make(@Option(names = "--content", required = true, paramLabel = "catalogue|law") Bundle.Content content,
            @Option(names = "--issuer", required = true, paramLabel = "NAME") String issuer,
            @Option(names = "--issued", required = true, paramLabel = "DATE") LocalDate issued,
            @Option(names = "--key", required = true, paramLabel = "NAME", description = "NAME.pem and NAME.pub.pem must be there.") Path key,
            @Option(names = {"-o", "--output"}, required = true, paramLabel = "FILE") Path target,
            @Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files) throws IOException {
        try {
            Bundle bundle = new Bundle(content, issuer, issued, sources(files));
            Files.write(target, SignedBundle.sign(bundle, privateKey(Path.of(key + ".pem")), publicKey(Path.of(key + ".pub.pem"))));
            output.out().println(counted(bundle) + " in " + target);
            return Exit.OK;
        } catch (IllegalArgumentException e) {
            throw new InvalidFile(new Problem(target.toString(), 0, 0, String.valueOf(e.getMessage())));
        } catch (InvalidKeyException e) {
            throw new InvalidFile(new Problem(key + ".pem", 0, 0, "is no key of " + ALGORITHM));
        }
    }

    @Command(name = "check", mixinStandardHelpOptions = true, description = "Says what a bundle brings and whether its signature holds.",
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {"0:signed by the key given", "1:altered, or signed by another key", "2:unreadable, or no key was given", "3:wrong usage"})
    int check(@Parameters(paramLabel = "FILE") Path file, @Option(names = "--key", paramLabel = "NAME.pub.pem") @Nullable Path key) throws IOException {
        SignedBundle signed = SignedBundle.open(new Source(file.toString(), bytes(file)));
        Bundle bundle = signed.bundle();
        output.out().println(counted(bundle) + ", " + bundle.content().code() + ", issued by " + bundle.issuer() + " on " + bundle.issued());
        output.out().println("Signed with the key of " + signed.fingerprint());
        if (!signed.intact()) {
            output.out().println("The signature does not hold: the bundle was altered.");
            return Exit.FAILED;
        }
        if (key == null) {
            output.out().println("The signature holds for that key. Whether the key is the issuer's, only a key from another source can tell: --key NAME.pub.pem");
            return Exit.UNREADABLE;
        }
        boolean same = SignedBundle.fingerprint(publicKey(key)).equals(signed.fingerprint());
        output.out().println(same ? "The signature holds, and the key is the one given." : "The bundle was signed with another key than the one given.");
        return same ? Exit.OK : Exit.FAILED;
    }

    private static List<Source> sources(List<Path> files) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                try (Stream<Path> inside = Files.walk(file)) {
                    for (Path one : inside.filter(Files::isRegularFile).sorted().toList()) {
                        sources.add(new Source(file.relativize(one).toString().replace('\\', '/'), bytes(one)));
                    }
                }
            } else {
                sources.add(new Source(String.valueOf(file.getFileName()), bytes(file)));
            }
        }
        return sources;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidFile(new Problem(file.toString(), 0, 0, "cannot be read: " + e.getMessage()));
        }
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }

    private static byte[] der(Path file, String what) {
        String text = new String(bytes(file), java.nio.charset.StandardCharsets.US_ASCII);
        int from = text.indexOf("-----BEGIN " + what + "-----");
        int to = text.indexOf("-----END " + what + "-----");
        if (from < 0 || to < from) {
            throw new InvalidFile(new Problem(file.toString(), 0, 0, "holds no " + what + " in PEM"));
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(from + what.length() + 16, to));
        } catch (IllegalArgumentException e) {
            throw new InvalidFile(new Problem(file.toString(), 0, 0, "is not base64: " + e.getMessage()));
        }
    }

    private static PrivateKey privateKey(Path file) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der(file, PRIVATE)));
        } catch (InvalidKeySpecException e) {
            throw new InvalidFile(new Problem(file.toString(), 0, 0, "is no private key of " + ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 15 knows Ed25519", e);
        }
    }

    private static PublicKey publicKey(Path file) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der(file, PUBLIC)));
        } catch (InvalidKeySpecException e) {
            throw new InvalidFile(new Problem(file.toString(), 0, 0, "is no public key of " + ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 15 knows Ed25519", e);
        }
    }

    private static String counted(Bundle bundle) {
        return bundle.files().size() + (bundle.files().size() == 1 ? " file" : " files");
    }
}

package eu.vitrine.assessment;

import eu.vitrine.access.TrustedKey;
import eu.vitrine.access.TrustedKeys;
import eu.vitrine.exchange.Bundle;
import eu.vitrine.exchange.SignedBundle;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A signed bundle of law data, as the policies folder it holds. */
record LawBundle(byte[] zip, String note) {

    private static final String NAME = "the bundle";

    /** Whether an upload is a bundle rather than a ZIP: it begins with a brace. */
    static boolean looksLikeOne(byte[] upload) {
        return upload.length > 0 && upload[0] == '{';
    }

    /**
     * Reads a bundle and makes sure that a trusted key signed it.
     *
     * @throws InvalidFile if it is no bundle, altered, of a key that is not trusted, or holds something else than law data
     */
    static LawBundle open(byte[] upload, TrustedKeys keys) {
        SignedBundle signed = SignedBundle.open(new Source(NAME, upload));
        if (!signed.intact()) {
            throw refused("was altered: its signature does not hold");
        }
        TrustedKey key = keys.find(signed.fingerprint()).filter(TrustedKey::isTrusted)
                .orElseThrow(() -> refused("was signed with the key of fingerprint " + signed.fingerprint() + ", which is not trusted here; an administrator trusts keys"));
        Bundle bundle = signed.bundle();
        if (bundle.content() != Bundle.Content.LAW) {
            throw refused("holds records and no law data; officers bring it under Bundles");
        }
        return new LawBundle(zip(bundle), "Bundle of " + bundle.issuer() + ", issued on " + bundle.issued() + ", signed with the key \"" + key.name() + "\".");
    }

    private static byte[] zip(Bundle bundle) {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Source file : bundle.files()) {
                zip.putNextEntry(new ZipEntry(file.name()));
                zip.write(file.bytes());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory is always there to write to", e);
        }
        return bytes.toByteArray();
    }

    private static InvalidFile refused(String why) {
        return new InvalidFile(new Problem(NAME, 0, 0, why));
    }
}

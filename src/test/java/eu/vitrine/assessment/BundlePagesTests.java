package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.exchange.Bundle;
import eu.vitrine.exchange.SignedBundle;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.Edition;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import eu.vitrine.registry.Saving;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@OwnServerTest
class BundlePagesTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Records records;

    @LocalServerPort
    private int port;

    private People people;
    private Browser administrator;
    private Browser officer;
    private KeyPair issuer;

    @BeforeEach
    void an_issuer_whose_key_is_trusted() throws GeneralSecurityException {
        people = new People(context);
        administrator = people.signedIn(port, people.with(Role.ADMINISTRATOR));
        officer = people.signedIn(port, people.with(Role.OFFICER));
        issuer = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        administrator.get("/admin/bundle-keys");
        assertThat(administrator.post("/admin/bundle-keys", "name", "Example Institute", "key", pem(issuer)).body()).contains(SignedBundle.fingerprint(issuer.getPublic()));
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    private static byte[] bundle(KeyPair by, String issued, String slug, String country) throws GeneralSecurityException {
        String yaml = "slug: " + slug + "\nname: Provider " + slug + "\nfacts:\n  provider.country: {value: " + country
                + ", source_url: https://example.org/imprint, as_of: \"2026-10-01\"}\n  provider.brand: {value: Brand, source_url: https://example.org/imprint}\n";
        return SignedBundle.sign(new Bundle(Bundle.Content.CATALOGUE, "Institute of " + slug, LocalDate.parse(issued),
                List.of(new Source(slug + ".yaml", yaml.getBytes(StandardCharsets.UTF_8)))), by.getPrivate(), by.getPublic());
    }

    private Browser.Page brought(byte[] bundle) {
        officer.get("/bundles");
        return officer.upload("/bundles", "file", "b.json", bundle);
    }

    @Test
    void a_bundle_of_a_trusted_issuer_is_looked_at_and_then_saved_as_brought_by_a_bundle() throws GeneralSecurityException {
        var report = brought(bundle(issuer, "2026-11-01", "from-bundle", "NO"));
        assertThat(report.path()).startsWith("/imports/");
        assertThat(report.body()).contains("from-bundle");
        officer.post(report.path() + "/confirm", "rows", "all");
        assertThat(officer.get("/providers/from-bundle").body()).contains("brought by a signed bundle").contains("Norway");
        assertThat(officer.get("/bundles").body()).contains("Institute of from-bundle").contains("1 November 2026");
        assertThat(officer.get("/changes").body()).contains("Signed bundles taken in").contains("Institute of from-bundle").contains(report.path());
        assertThat(people.signedIn(port, people.with(Role.PROCUREMENT)).get("/changes").body()).doesNotContain("Signed bundles taken in");
    }

    @Test
    void what_a_person_confirmed_is_never_changed_by_a_bundle_and_its_word_is_kept_beside() throws GeneralSecurityException {
        var first = brought(bundle(issuer, "2026-11-01", "confirmed-by-hand", "NO"));
        officer.post(first.path() + "/confirm", "rows", "all");
        people.actAs(people.with(Role.OFFICER));
        Edition head = records.head(Kind.PROVIDER, "confirmed-by-hand");
        var facts = new java.util.ArrayList<>(head.facts().all());
        facts.replaceAll(fact -> fact.id().equals("provider.country")
                ? new eu.vitrine.facts.Fact(fact.id(), eu.vitrine.facts.Claim.of(new FactValue.Text("SE")), List.of()) : fact);
        records.save(new Saving(Kind.PROVIDER, head.file().withFacts(Kind.PROVIDER, eu.vitrine.facts.Facts.of(facts)), 1), Revision.Origin.FORM, null);
        SecurityContextHolder.clearContext();
        var second = brought(bundle(issuer, "2026-11-08", "confirmed-by-hand", "FI"));
        officer.post(second.path() + "/confirm", "rows", "all");
        people.actAs(people.with(Role.OFFICER));
        var country = records.head(Kind.PROVIDER, "confirmed-by-hand").facts().get("provider.country");
        SecurityContextHolder.clearContext();
        assertThat(country.claim().value()).isEqualTo(new FactValue.Text("SE"));
        assertThat(country.also()).extracting(claim -> (Object) claim.value()).contains(new FactValue.Text("FI"));
    }

    @Test
    void an_altered_bundle_an_unknown_key_and_an_older_bundle_are_refused_in_words() throws GeneralSecurityException {
        byte[] good = bundle(issuer, "2026-11-15", "refusals", "NO");
        byte[] altered = new String(good, StandardCharsets.UTF_8).replace("Brand", "Brant").getBytes(StandardCharsets.UTF_8);
        assertThat(brought(altered).body()).contains("The signature does not hold");
        assertThat(brought(bundle(KeyPairGenerator.getInstance("Ed25519").generateKeyPair(), "2026-11-15", "refusals", "NO")).body()).contains("which is not trusted here");
        assertThat(brought(good).path()).startsWith("/imports/");
        var again = brought(good);
        assertThat(again.path()).as("one that was looked at and left does not bar itself").startsWith("/imports/");
        officer.post(again.path() + "/confirm", "rows", "all");
        assertThat(brought(good).body()).contains("was brought already");
        assertThat(brought(bundle(issuer, "2026-11-14", "refusals", "NO")).body()).contains("was brought already");
        assertThat(brought("{}".getBytes(StandardCharsets.UTF_8)).body()).contains("This is no bundle");
    }

    @Test
    void of_two_bundles_brought_the_older_cannot_be_saved_after_the_newer() throws GeneralSecurityException {
        var older = brought(bundle(issuer, "2026-11-10", "two-brought", "NO"));
        var newer = brought(bundle(issuer, "2026-11-20", "two-brought", "FI"));
        officer.post(newer.path() + "/confirm", "rows", "all");
        officer.get(older.path());
        assertThat(officer.post(older.path() + "/confirm", "rows", "all").body()).contains("A newer bundle of the same issuer or key");
        assertThat(officer.get("/providers/two-brought").body()).contains("Finland").doesNotContain("Norway");
    }

    @Test
    void a_new_key_of_the_same_issuer_does_not_bring_older_bundles_back() throws GeneralSecurityException {
        officer.post(brought(bundle(issuer, "2026-11-20", "key-change", "FI")).path() + "/confirm", "rows", "all");
        KeyPair next = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        administrator.get("/admin/bundle-keys");
        administrator.post("/admin/bundle-keys", "name", "The next key", "key", pem(next));
        assertThat(brought(bundle(next, "2026-11-10", "key-change", "NO")).body()).contains("was brought already");
        assertThat(brought(bundle(next, "2026-11-21", "key-change", "NO")).path()).startsWith("/imports/");
    }

    @Test
    void a_bundle_whose_key_was_revoked_before_it_is_confirmed_is_not_saved() throws GeneralSecurityException {
        var looked = brought(bundle(issuer, "2026-11-20", "revoked-meanwhile", "FI"));
        administrator.get("/admin/bundle-keys");
        administrator.post("/admin/bundle-keys/" + SignedBundle.fingerprint(issuer.getPublic()) + "/revoke");
        officer.get(looked.path());
        assertThat(officer.post(looked.path() + "/confirm", "rows", "all").body()).contains("was revoked since it was brought");
    }

    @Test
    void a_revoked_key_brings_nothing_more_and_cannot_be_trusted_again() throws GeneralSecurityException {
        administrator.get("/admin/bundle-keys");
        administrator.post("/admin/bundle-keys/" + SignedBundle.fingerprint(issuer.getPublic()) + "/revoke");
        assertThat(brought(bundle(issuer, "2026-11-01", "revoked", "NO")).body()).contains("was revoked; the bundle is not taken");
        assertThat(administrator.post("/admin/bundle-keys", "name", "Again", "key", pem(issuer)).body()).contains("This key is known already");
        assertThat(administrator.post("/admin/bundle-keys", "name", "", "key", "no key").body()).contains("holds no public key of Ed25519").contains("Say whose key it is");
    }

    @Test
    void a_bundle_of_law_data_is_checked_like_any_set_and_only_a_trusted_key_puts_it_forward() throws GeneralSecurityException {
        Browser author = people.signedIn(port, people.with(Role.POLICY_AUTHOR));
        Bundle law = new Bundle(Bundle.Content.LAW, "Example Institute", LocalDate.of(2026, 11, 1),
                List.of(new Source("law/version.yaml", "version: \"9.0.0\"\nlaw_version: \"x\"\n".getBytes(StandardCharsets.UTF_8))));
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        author.get("/policies/sets");
        assertThat(author.upload("/policies/sets", "file", "law.json", SignedBundle.sign(law, other.getPrivate(), other.getPublic())).body()).contains("which is not trusted here");
        assertThat(author.upload("/policies/sets", "file", "law.json", SignedBundle.sign(law, issuer.getPrivate(), issuer.getPublic())).body())
                .as("a set that lacks facts in force is refused by name").contains("model.").doesNotContain("not trusted");
        assertThat(brought(SignedBundle.sign(law, issuer.getPrivate(), issuer.getPublic())).body()).contains("The bundle holds law data");
    }
}

package eu.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.access.TrustedKeys;
import eu.vitrine.evidence.ChangedEvidence;
import eu.vitrine.exchange.Bundle;
import eu.vitrine.exchange.SignedBundle;
import eu.vitrine.exchange.Source;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** What bundles must keep on every database the product runs on. */
abstract class BundlesContract {

    private static final Instant ALWAYS = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Bundles bundles;

    @Autowired
    private SavedBundles saved;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportStore store;

    @Autowired
    private DryRun dryRun;

    @BeforeEach
    void an_officer_acts() {
        var people = new People(context);
        people.actAs(people.with(Role.OFFICER, Role.ADMINISTRATOR));
    }

    @AfterEach
    void nobody_acts() {
        SecurityContextHolder.clearContext();
    }

    private KeyPair trusted() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        context.getBean(TrustedKeys.class).trust("A key", "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n");
        return pair;
    }

    private UUID checked(KeyPair by, String issuer, String issued, String slug) throws GeneralSecurityException {
        String yaml = "slug: " + slug + "\nname: A provider\nfacts:\n  provider.brand: \"Brand of " + issued + "\"\n";
        UUID id = bundles.bring(new Source("b.json", SignedBundle.sign(new Bundle(Bundle.Content.CATALOGUE, issuer, LocalDate.parse(issued),
                List.of(new Source(slug + ".yaml", yaml.getBytes(StandardCharsets.UTF_8)))), by.getPrivate(), by.getPublic())));
        dryRun.run(id, store.begin(id, false));
        return id;
    }

    @Test
    void a_saved_bundle_is_found_by_the_time_it_was_saved_with_the_records_it_wrote() throws GeneralSecurityException {
        UUID id = checked(trusted(), "Found", "2026-11-01", "bundle-found");
        assertThat(saved.between(ALWAYS, NEVER, 100)).noneMatch(one -> one.issuer().equals("Found"));
        imports.confirm(id, false);
        assertThat(saved.between(ALWAYS, NEVER, 100)).filteredOn(one -> one.issuer().equals("Found")).singleElement()
                .matches(one -> one.records() == 1 && id.equals(one.importId()) && one.issued().equals(LocalDate.of(2026, 11, 1)));
        imports.undo(id);
        assertThat(saved.between(ALWAYS, NEVER, 100)).noneMatch(one -> one.issuer().equals("Found"));
    }

    @Test
    void an_older_bundle_brought_before_a_newer_was_saved_is_not_saved_whoever_signed_it() throws GeneralSecurityException {
        UUID older = checked(trusted(), "Two Keys", "2026-11-10", "bundle-two-keys");
        UUID newer = checked(trusted(), "two keys", "2026-11-20", "bundle-two-keys");
        imports.confirm(newer, false);
        assertThatThrownBy(() -> imports.confirm(older, false)).isInstanceOf(ImportNotReady.class).hasMessageContaining("2026-11-20");
    }

    @Test
    void the_first_import_of_a_bundle_brought_twice_is_not_saved() throws GeneralSecurityException {
        KeyPair key = trusted();
        UUID first = checked(key, "Twice", "2026-11-10", "bundle-twice");
        UUID second = checked(key, "Twice", "2026-11-10", "bundle-twice");
        assertThatThrownBy(() -> imports.confirm(first, false)).isInstanceOf(ImportNotReady.class).hasMessageContaining("brought again");
        assertThat(imports.confirm(second, false)).isEqualTo(1);
    }

    @Test
    void evidence_that_changed_or_is_damaged_is_asked_for_without_fault() {
        assertThat(context.getBean(ChangedEvidence.class).changed(ALWAYS, NEVER, 10)).isEmpty();
        assertThat(context.getBean(ChangedEvidence.class).damaged(10)).isEmpty();
    }
}

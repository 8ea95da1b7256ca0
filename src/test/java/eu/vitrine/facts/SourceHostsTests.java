package eu.vitrine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceHostsTests {

    private static final SourceHosts HOSTS = SourceHosts.shipped();

    @ParameterizedTest
    @CsvSource({
        "https://digital-strategy.ec.europa.eu/en/policies, AUTHORITY",
        "https://arxiv.org/abs/2501.12948, STUDY",
        "https://epoch.ai/data, INDEX",
        "https://www.reuters.com/x, PRESS",
        "https://api-docs.deepseek.com/news, PROVIDER",
        "https://huggingface.co/deepseek-ai/DeepSeek-R1, PROVIDER",
    })
    void the_kind_of_a_source_is_told_from_its_host(String address, SourceTier tier) {
        assertThat(HOSTS.derived(address, List.of("deepseek", "DeepSeek"))).contains(tier);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a",
        "https://huggingface.co/unsloth/DeepSeek-R1",
        "https://huggingface.co",
        "https://noteuropa.eu/a",
        "https://deepseek.example.org/",
        "not an address",
    })
    void what_the_data_does_not_say_stays_unknown(String address) {
        assertThat(HOSTS.derived(address, List.of("deepseek", "DeepSeek"))).isEmpty();
    }

    @Test
    void a_kind_that_somebody_stated_counts_more_than_the_host() {
        Claim claim = new Claim(State.UNKNOWN, null, Completeness.NOT_KNOWN, "https://arxiv.org/abs/1", null, null, null, SourceTier.PROVIDER, null, List.of());
        assertThat(HOSTS.tier(claim, List.of())).contains(SourceTier.PROVIDER);
    }
}

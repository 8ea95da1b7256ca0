package eu.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that can be allowed as hosts of captures. */
class HostNameTests {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "2130706433", "0177.0.0.1", "0x7f.0.0.1", "0x7f000001", "127.1", "1.1.1.1", "example.123", "example.0x1f", "[::1]", "::1",
        "localhost", "LOCALHOST", "api.localhost", "localhost.localdomain", "metadata", "metadata.google.internal", "metadata.example.org", "instance-data",
        "instance-data.ec2.internal", "example.org.", ".example.org", "exa mple.org", "example.org:443", "user@example.org", "example.org/path", "-a.org", "a..b",
        "exämple.org", "exa\u0000mple.org", "a_b.org", ""})
    void an_address_in_any_spelling_or_a_name_of_this_machine_is_no_host(String name) {
        assertThat(HostName.of(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Example.ORG, example.org", "www.example.org, www.example.org", "intranet, intranet", "xn--exmple-cua.org, xn--exmple-cua.org", "4chan.example, 4chan.example",
        "my-metadata.example.org, my-metadata.example.org"})
    void a_name_is_kept_in_lower_case(String typed, String name) {
        assertThat(HostName.of(typed)).hasValue(name);
    }

    @Property(tries = 500)
    void a_number_is_never_a_host(@ForAll long number) {
        assertThat(HostName.of(Long.toUnsignedString(number))).isEmpty();
        assertThat(HostName.of("0x" + Long.toHexString(number))).isEmpty();
        assertThat(HostName.of("0" + Long.toOctalString(number))).isEmpty();
    }
}

package eu.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses a capture must never connect to, and those it may. */
class AddressRulesTests {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "0.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254", "169.254.169.254", "169.254.0.1",
        "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1",
        "239.255.255.255", "240.0.0.1", "255.255.255.255", "168.63.129.16", "100.100.100.200", "::", "::1", "::7f00:1", "64:ff9b::7f00:1",
        "64:ff9b:1::1", "100::1", "2001::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "fe80::1", "fec0::1", "ff02::1",
        "fd00:ec2::254", "fd20:ce::254", "5f00::1"})
    void no_capture_connects_to_a_special_address_wherever_its_host_is(String address) throws UnknownHostException {
        assertThat(AddressRules.allow(InetAddress.getByName(address), false)).isFalse();
        assertThat(AddressRules.allow(InetAddress.getByName(address), true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12:3456:789a::1"})
    void a_private_address_is_only_for_hosts_of_the_own_network(String address) throws UnknownHostException {
        assertThat(AddressRules.allow(InetAddress.getByName(address), false)).isFalse();
        assertThat(AddressRules.allow(InetAddress.getByName(address), true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
        "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111",
        "2a00:1450:4001::1", "2001:4860:4860::8888"})
    void a_public_address_beside_a_closed_block_is_open(String address) throws UnknownHostException {
        assertThat(AddressRules.allow(InetAddress.getByName(address), false)).isTrue();
    }

    @Property(tries = 500)
    void what_is_closed_as_ipv4_is_closed_in_every_ipv6_dress(@ForAll @IntRange(min = 0, max = 255) int a, @ForAll @IntRange(min = 0, max = 255) int b,
            @ForAll @IntRange(min = 0, max = 255) int c, @ForAll @IntRange(min = 0, max = 255) int d) throws UnknownHostException {
        byte[] four = {(byte) a, (byte) b, (byte) c, (byte) d};
        for (byte[] prefix : new byte[][] {dress(10, 0xff, 0xff), dress(10, 0, 0), nat64(), sixToFour(four)}) {
            byte[] six = prefix.clone();
            if (six[0] != 0x20) {
                System.arraycopy(four, 0, six, 12, 4);
            }
            // a mapped address becomes IPv4 again when Java reads it, and is judged as that
            InetAddress read = InetAddress.getByAddress(six);
            boolean allowed = AddressRules.allow(read, false);
            assertThat(allowed).isEqualTo(read.getAddress().length == 4 && AddressRules.allow(InetAddress.getByAddress(four), false));
        }
    }

    private static byte[] dress(int at, int... bytes) {
        byte[] address = new byte[16];
        for (int i = 0; i < bytes.length; i++) {
            address[at + i] = (byte) bytes[i];
        }
        return address;
    }

    private static byte[] nat64() {
        return dress(0, 0x00, 0x64, 0xff, 0x9b);
    }

    private static byte[] sixToFour(byte[] four) {
        byte[] address = dress(0, 0x20, 0x02);
        System.arraycopy(four, 0, address, 2, 4);
        return address;
    }
}

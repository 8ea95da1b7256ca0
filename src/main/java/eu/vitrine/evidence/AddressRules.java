package eu.vitrine.evidence;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which IP addresses a capture may connect to. Of IPv4 everything but the special-purpose blocks of RFC 6890 and its registry; of IPv6 only
 * global unicast, without the blocks that carry IPv4 addresses, tunnels or documentation.
 */
final class AddressRules {

    /** The own network; allowed only for hosts that an administrator has marked as inside. */
    private static final List<Block> INSIDE = blocks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

    /** Where clouds answer questions about the machine itself, among them addresses that are neither private nor link-local. */
    private static final List<Block> METADATA = blocks("169.254.0.0/16", "168.63.129.16/32", "100.100.100.200/32", "192.0.0.192/32", "fd00:ec2::/32",
            "fd20:ce::/32");

    private static final List<Block> SPECIAL_4 = blocks("0.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
            "192.52.193.0/24", "192.88.99.0/24", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    private static final List<Block> GLOBAL_6 = blocks("2000::/3");
    private static final List<Block> SPECIAL_6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private AddressRules() {}

    /**
     * Whether a connection may be made.
     *
     * @param inside whether the host was marked as one of the own network
     */
    static boolean allow(InetAddress address, boolean inside) {
        byte[] bytes = address.getAddress();
        if (isMapped(bytes)) {
            return false;
        }
        if (METADATA.stream().anyMatch(block -> block.holds(bytes))) {
            return false;
        }
        if (INSIDE.stream().anyMatch(block -> block.holds(bytes))) {
            return inside;
        }
        return address instanceof Inet4Address
                ? SPECIAL_4.stream().noneMatch(block -> block.holds(bytes))
                : GLOBAL_6.stream().anyMatch(block -> block.holds(bytes)) && SPECIAL_6.stream().noneMatch(block -> block.holds(bytes));
    }

    /** An IPv4 address in the clothes of IPv6 (RFC 4291, 2.5.5), which Java undoes in most but not in all places. */
    private static boolean isMapped(byte[] bytes) {
        return bytes.length == 16 && Arrays.equals(bytes, 0, 10, new byte[10], 0, 10)
                && (bytes[10] == 0 && bytes[11] == 0 || bytes[10] == -1 && bytes[11] == -1);
    }

    private static List<Block> blocks(String... written) {
        return Stream.of(written).map(Block::of).toList();
    }

    private record Block(byte[] network, int bits) {

        static Block of(String written) {
            int slash = written.indexOf('/');
            try {
                // an address in figures is not looked up
                return new Block(InetAddress.getByName(written.substring(0, slash)).getAddress(), Integer.parseInt(written.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(written + " is not an address", e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = bits % 8;
            int mask = rest == 0 ? 0 : 0xff << 8 - rest & 0xff;
            return Arrays.equals(address, 0, whole, network, 0, whole) && (rest == 0 || (address[whole] & mask) == (network[whole] & mask));
        }
    }
}

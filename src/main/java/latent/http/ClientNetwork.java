package latent.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The part of an address that one customer cannot change at will: all of an IPv4 address, the first 64 bits of an IPv6 one. */
final class ClientNetwork {
    private static final int IPV6_NETWORK_BYTES = 8;

    private ClientNetwork() {}

    /** The network of an address; text that is no address stands for itself. */
    static String of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", ""));
            return parsed instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), IPV6_NETWORK_BYTES)) + "/64"
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}

package latent.store.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public internet: none of those that IANA keeps for special purposes (RFC 6890 and its registries), among which are
 * private networks, this machine, the metadata services of clouds and the ranges of carriers; and not the one public-looking address that is a
 * metadata service too. IPv6 is public in 2000::/3 only, but for what stands for an IPv4 address: that one is looked at.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4</a> and <a
 *     href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6</a>
 */
final class PublicAddresses {
    private static final List<Range> NOT_PUBLIC = Range.all(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32", // Azure's own
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    private static final Range IPV6 = Range.of("2000::/3");

    /** NAT64, by which a network without IPv4 reaches it (RFC 6052). */
    private static final Range TRANSLATED = Range.of("64:ff9b::/96");

    private PublicAddresses() {}

    /** Java itself makes an IPv4 address of a mapped one, {@code ::ffff:10.0.0.1}. */
    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (TRANSLATED.contains(bytes)) {
            return isPublic(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length));
        }
        return isPublic(bytes);
    }

    private static boolean isPublic(byte[] bytes) {
        return (bytes.length == 4 || IPV6.contains(bytes))
                && NOT_PUBLIC.stream().noneMatch(range -> range.contains(bytes));
    }

    /** All addresses of one family that begin with the same bits. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Range(byte[] first, int bits) {
        static List<Range> all(String... texts) {
            return Arrays.stream(texts).map(Range::of).toList();
        }

        static Range of(String text) {
            int slash = text.indexOf('/');
            return new Range(
                    InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                    Integer.parseInt(text.substring(slash + 1)));
        }

        boolean contains(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = bits % 8;
            return Arrays.equals(address, 0, whole, first, 0, whole)
                    && (rest == 0 || (address[whole] ^ first[whole]) >> (8 - rest) == 0);
        }
    }
}

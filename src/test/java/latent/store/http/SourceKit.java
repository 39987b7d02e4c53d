package latent.store.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import latent.key.OriginalKey;
import latent.metrics.Meters;
import latent.store.Original;
import latent.store.OriginalStore;
import latent.store.OriginalStream;
import latent.store.http.HttpSources.Place;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.NullMarked;

/** Originals of hosts whose names a test resolves; 127.0.0.1 is as good as public here, if nothing else is said. */
@NullMarked
final class SourceKit implements AutoCloseable {
    static final int HEAD = 1000;
    static final int MAX_BYTES = 1 << 20;

    final Meters meters = new Meters();
    final SourceClient client;
    final HttpOriginals originals;

    private SourceKit(HttpSources sources, DnsResolver names, Predicate<InetAddress> allowed, SSLContext trusted) {
        this.client = new SourceClient(sources, meters, names, allowed, trusted);
        this.originals = new HttpOriginals(sources, client, new NoOthers());
    }

    /** {@code shop/} is this folder. */
    static SourceKit of(String base) {
        return of(base, Duration.ofSeconds(20));
    }

    static SourceKit of(String base, Duration timeout) {
        return of(
                base, timeout, address -> address.isLoopbackAddress(), names("127.0.0.1"), SSLContexts.createDefault());
    }

    static SourceKit of(
            String base, Duration timeout, Predicate<InetAddress> allowed, DnsResolver names, SSLContext trusted) {
        HttpSources sources = new HttpSources(
                List.of(new Place("shop/", URI.create(base))), Set.of(), timeout, MAX_BYTES, "public, max-age=60");
        return new SourceKit(sources, names, allowed, trusted);
    }

    /** Whatever characters it has: a wider alphabet of keys must not open anything here. */
    static OriginalKey key(String text) {
        return new OriginalKey(text);
    }

    /** Every name has this address; or the first answer is the first, the second the second, and so on. */
    static DnsResolver names(String... addresses) {
        return new DnsResolver() {
            private int asked;

            @Override
            public synchronized InetAddress[] resolve(String host) {
                String address = addresses[Math.min(asked++, addresses.length - 1)];
                return Arrays.stream(address.split(" "))
                        .map(InetAddress::ofLiteral)
                        .toArray(InetAddress[]::new);
            }

            @Override
            public String resolveCanonicalHostname(String host) throws UnknownHostException {
                throw new UnknownHostException(host);
            }
        };
    }

    byte[] all(String key) {
        try (OriginalStream stream = originals.open(key(key), HEAD)) {
            return stream.readAll().orElseThrow();
        }
    }

    Original open(String key) {
        try (OriginalStream stream = originals.open(key(key), HEAD)) {
            return stream.original();
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** The bucket of these tests is never asked. */
    private static final class NoOthers implements OriginalStore {
        @Override
        public OriginalStream open(OriginalKey key, int headBytes) {
            throw new AssertionError(key);
        }

        @Override
        public Optional<OriginalStream> openUnless(OriginalKey key, String eTag, int headBytes) {
            throw new AssertionError(key);
        }

        @Override
        public Optional<byte[]> read(Original original, long offset, int length) {
            throw new AssertionError(original);
        }

        @Override
        public Optional<byte[]> fetch(Original original) {
            throw new AssertionError(original);
        }

        @Override
        public Optional<String> version(OriginalKey key) {
            throw new AssertionError(key);
        }

        @Override
        public Optional<String> versionIfReadable(OriginalKey key) {
            throw new AssertionError(key);
        }

        @Override
        public Map<String, String> versions(String folder, OriginalKey from) {
            throw new AssertionError(from);
        }
    }
}

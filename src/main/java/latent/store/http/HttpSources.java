package latent.store.http;

import static java.util.Comparator.comparingInt;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import latent.key.OriginalKey;
import latent.key.PercentEncoding;

/**
 * Which originals come from other hosts, and by which bounds. What a key begins with says from where; no key holds a URL, so no visitor can name a host.
 *
 * @param places       none turns all of this off
 * @param privateHosts names of those of their hosts that may have addresses that are not public, in small letters
 * @param timeout      of one request, from the look-up of the host's name to the last byte
 * @param maxBytes     of a file that does not say how long it is
 * @param cacheControl of the renditions of such originals
 */
public record HttpSources(
        List<Place> places, Set<String> privateHosts, Duration timeout, long maxBytes, String cacheControl) {
    public HttpSources {
        // the longest first: it says more than a shorter one that fits too
        places = places.stream()
                .sorted(comparingInt((Place place) -> place.prefix().length()).reversed())
                .toList();
        privateHosts = Set.copyOf(privateHosts);
    }

    /**
     * A folder of keys, and the folder that it stands for.
     *
     * @param prefix {@code shop/}, with its slash
     * @param base   {@code https://shop.example/images/}, with its slash, and without user, query or fragment
     */
    public record Place(String prefix, URI base) {
        /** The host's name, in small letters. */
        public String host() {
            return base.getHost().toLowerCase(Locale.ROOT);
        }

        URI url(OriginalKey key) {
            return URI.create(base + PercentEncoding.ofPath(key.value().substring(prefix.length())));
        }
    }

    /** Where an original lies; empty when it comes from the bucket. */
    Optional<Place> of(OriginalKey key) {
        return places.stream()
                .filter(place -> key.value().startsWith(place.prefix()))
                .findFirst();
    }

    /** Whether an original comes from one of these hosts. */
    public boolean have(OriginalKey key) {
        return of(key).isPresent();
    }

    /** What may be asked, as {@link #origin} writes it; a redirect may lead to these and nowhere else. */
    Set<String> origins() {
        return places.stream().map(place -> origin(place.base())).collect(Collectors.toUnmodifiableSet());
    }

    /** Scheme, host and port, {@code https://shop.example:443}. */
    static String origin(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(url.getHost()).toLowerCase(Locale.ROOT) + ":"
                + (url.getPort() < 0 ? usual : url.getPort());
    }
}

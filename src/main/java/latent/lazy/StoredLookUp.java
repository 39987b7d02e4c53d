package latent.lazy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import latent.admission.Client;
import latent.admission.LookUpPermits;
import latent.key.RenditionKey;

/**
 * Looks for stored renditions on behalf of clients without tokens, and of originals that were missing a moment ago. It limits what that costs: few
 * look-ups at one time, one for concurrent requests for a key, and none for two seconds after one found nothing under a key. Thread-safe.
 */
final class StoredLookUp<V> {
    private static final int AT_ONE_TIME = 16;
    private static final int OF_ONE_CLIENT = 4;
    private static final int WAITING_OF_ONE_CLIENT = 64;
    private static final int WAITING = 1_024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Another instance may store it meanwhile; what this one stores is forgotten here at once. */
    private static final Duration KNOWN_NOT_STORED = Duration.ofSeconds(2);

    private static final int MAX_KNOWN = 10_000;

    private final Function<RenditionKey, Optional<V>> find;
    private final LookUpPermits permits =
            new LookUpPermits(AT_ONE_TIME, OF_ONE_CLIENT, WAITING_OF_ONE_CLIENT, WAITING, PATIENCE);
    private final SingleFlight<String, Optional<V>> flights = new SingleFlight<>();
    private final Cache<String, Boolean> notStored;

    /** @param find looks in the bucket */
    StoredLookUp(Function<RenditionKey, Optional<V>> find, LongSupplier nanoTime) {
        this.find = find;
        Ticker ticker = nanoTime::getAsLong;
        this.notStored = Caffeine.newBuilder()
                .maximumSize(MAX_KNOWN)
                .expireAfterWrite(KNOWN_NOT_STORED)
                .ticker(ticker)
                .build();
    }

    /** The stored rendition of this key; empty when there is none, or too many look-ups wait. */
    Optional<V> find(RenditionKey key, Client client) {
        if (notStored.getIfPresent(key.value()) != null) {
            return Optional.empty();
        }
        Optional<LookUpPermits.Permit> permit = permits.acquire(client);
        if (permit.isEmpty()) {
            return Optional.empty();
        }
        try (LookUpPermits.Permit held = permit.get()) {
            return flights.share(key.value(), () -> look(key)).value();
        }
    }

    /** Records that nothing is stored under this key, so that the next look-ups are answered without S3. */
    void wasNotStored(RenditionKey key) {
        notStored.put(key.value(), true);
    }

    /** Removes that record, because the key is about to be stored. */
    void forget(RenditionKey key) {
        notStored.invalidate(key.value());
    }

    private Optional<V> look(RenditionKey key) {
        if (notStored.getIfPresent(key.value()) != null) {
            return Optional.empty();
        }
        Optional<V> stored = find.apply(key);
        if (stored.isEmpty()) {
            wasNotStored(key);
        }
        return stored;
    }
}

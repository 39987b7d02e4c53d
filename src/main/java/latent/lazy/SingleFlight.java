package latent.lazy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets concurrent callers with the same key share one call. The first makes it, on its own thread and to its end even when its visitor has
 * left; the others wait and get the same result, or the same refusal. Nothing is kept of a finished call. Thread-safe.
 */
final class SingleFlight<K, V> {
    private final ConcurrentMap<K, CompletableFuture<V>> inFlight = new ConcurrentHashMap<>();

    /** The call that is under way for this key, to wait for; empty when there is none. */
    Optional<Supplier<V>> underWay(K key) {
        return Optional.ofNullable(inFlight.get(key)).map(flight -> () -> await(flight));
    }

    /** Makes the call, unless somebody was faster: then waits for theirs. */
    Landed<V> share(K key, Supplier<V> call) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> first = inFlight.putIfAbsent(key, mine);
        if (first != null) {
            return new Landed<>(await(first), false);
        }
        try {
            mine.complete(call.get());
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
        } finally {
            inFlight.remove(key);
        }
        return new Landed<>(await(mine), true);
    }

    /** How many calls are under way. */
    int size() {
        return inFlight.size();
    }

    /**
     * A finished call.
     *
     * @param own whether it was this caller's
     */
    record Landed<V>(V value, boolean own) {}

    /** What a call gives, or its own failure. */
    static <V> V await(CompletableFuture<V> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }
}

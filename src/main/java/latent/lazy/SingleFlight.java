package latent.lazy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets concurrent callers with the same key share one call. The first caller runs it on its own thread, to the end even when its visitor has left.
 * The others wait, and get the same result or exception. Finished calls are not kept. Thread-safe.
 */
final class SingleFlight<K, V> {
    private final ConcurrentMap<K, CompletableFuture<V>> inFlight = new ConcurrentHashMap<>();

    /** A supplier that waits for the running call of this key; empty when there is none. */
    Optional<Supplier<V>> underWay(K key) {
        return Optional.ofNullable(inFlight.get(key)).map(flight -> () -> await(flight));
    }

    /** Runs the call, or waits for the one that already runs for this key. */
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

    /** Number of running calls. */
    int size() {
        return inFlight.size();
    }

    /**
     * The result of a call.
     *
     * @param own whether this caller ran it
     */
    record Landed<V>(V value, boolean own) {}

    /** The result of a call; throws the exception that the call has thrown. */
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

package latent.local.edge;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The contents of a cache, bounded by bytes and by number: the answer that was not asked for longest is removed first. Thread-safe. */
final class CachedVariants {
    private static final long MAX_BYTES = 256L << 20;
    private static final int MAX_COPIES = 100_000;

    private final Map<CacheKey, CachedResponse> byKey = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    synchronized Optional<CachedResponse> get(CacheKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    synchronized void put(CacheKey key, CachedResponse copy) {
        count(byKey.put(key, copy), copy);
        Iterator<CachedResponse> eldest = byKey.values().iterator();
        while ((bytes > MAX_BYTES || byKey.size() > MAX_COPIES) && eldest.hasNext()) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }

    synchronized void remove(Predicate<CacheKey> which) {
        byKey.entrySet().removeIf(entry -> {
            boolean goes = which.test(entry.getKey());
            bytes -= goes ? entry.getValue().bytes() : 0;
            return goes;
        });
    }

    private void count(@Nullable CachedResponse old, CachedResponse copy) {
        bytes += copy.bytes() - (old == null ? 0 : old.bytes());
    }
}

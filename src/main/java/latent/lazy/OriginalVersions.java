package latent.lazy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import latent.key.OriginalKey;
import latent.lazy.SingleFlight.Landed;
import latent.store.OriginalStore;

/**
 * A short-lived cache of the current version (ETag) of originals. Each answer is dated by when its request to S3 was sent, so that one answer serves
 * every caller whose write came before that. Thread-safe.
 */
public final class OriginalVersions {
    private static final int MAX_KEPT = 10_000;
    private static final Duration KEPT = Duration.ofSeconds(5);

    /**
     * A LIST request costs as much as a dozen HEAD requests; from this many originals of a folder on it is quicker, and there is at most one a
     * second.
     */
    private static final int MIN_LISTED = 4;

    private static final Duration NOT_LISTED = Duration.ofMinutes(1);

    /** Concurrent requests to one source of originals: connections to S3 are left for all other calls, and a slow host holds up no other. */
    private static final int AT_ONCE = 8;

    private final OriginalStore originals;
    private final LongSupplier nanoTime;
    private final Cache<OriginalKey, Sighting> seen;
    private final Cache<String, Boolean> notListed;
    private final Map<String, Semaphore> fewAtOnce = new ConcurrentHashMap<>();
    private final SingleFlight<OriginalKey, Sighting> questions = new SingleFlight<>();

    public OriginalVersions(OriginalStore originals, LongSupplier nanoTime) {
        this.originals = originals;
        this.nanoTime = nanoTime;
        Ticker ticker = nanoTime::getAsLong;
        this.seen = Caffeine.newBuilder()
                .maximumSize(MAX_KEPT)
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                .build();
        this.notListed = Caffeine.newBuilder()
                .maximumSize(MAX_KEPT)
                .expireAfterWrite(NOT_LISTED)
                .ticker(ticker)
                .build();
    }

    /** A version as S3 reported it; an empty ETag means that there is no such original. */
    private record Sighting(Optional<String> eTag, long askedNanos) {}

    /** Current time of this clock, in nanoseconds. */
    long now() {
        return nanoTime.getAsLong();
    }

    /** Records a version that S3 has reported; the one that was asked for last is kept. */
    void saw(OriginalKey key, Optional<String> eTag, long askedNanos) {
        seen.asMap()
                .merge(
                        key,
                        new Sighting(eTag, askedNanos),
                        (before, now) -> now.askedNanos - before.askedNanos >= 0 ? now : before);
    }

    /**
     * Whether this ETag was still the current version at some time after {@code sinceNanos}. Asks S3 unless a recorded answer is younger than that.
     */
    boolean isCurrent(OriginalKey key, String eTag, long sinceNanos) {
        Optional<Sighting> last = Optional.ofNullable(seen.getIfPresent(key));
        while (last.isEmpty() || last.get().askedNanos - sinceNanos <= 0) {
            Landed<Sighting> asked = questions.share(key, () -> ask(key));
            last = Optional.of(asked.value());
            if (asked.own()) {
                break;
            }
            // a question that was under way already may be too old for us
        }
        return last.flatMap(Sighting::eTag).filter(eTag::equals).isPresent();
    }

    private Sighting ask(OriginalKey key) {
        Semaphore few = fewAtOnce.computeIfAbsent(originals.source(key), source -> new Semaphore(AT_ONCE, true));
        few.acquireUninterruptibly();
        try {
            long asked = now();
            Sighting answer = new Sighting(originals.versionIfReadable(key), asked);
            saw(key, answer.eTag, asked);
            return answer;
        } finally {
            few.release();
        }
    }

    /**
     * Reads the versions of many originals with one LIST request for each folder, where they stand close together. {@link #isCurrent} asks for the
     * others one by one.
     */
    void lookTogether(Collection<OriginalKey> keys) {
        keys.stream()
                .distinct()
                .collect(Collectors.groupingBy(OriginalVersions::folder))
                .forEach(this::list);
    }

    private void list(String folder, List<OriginalKey> keys) {
        if (keys.size() < MIN_LISTED || notListed.getIfPresent(folder) != null) {
            return;
        }
        OriginalKey first =
                keys.stream().min(Comparator.comparing(OriginalKey::value)).orElseThrow();
        long asked = now();
        try {
            Map<String, String> versions = originals.versions(folder, first);
            List<OriginalKey> found = keys.stream()
                    .filter(key -> versions.containsKey(key.value()))
                    .toList();
            found.forEach(key -> saw(key, Optional.ofNullable(versions.get(key.value())), asked));
            if (found.size() < MIN_LISTED) {
                notListed.put(folder, true); // too many others stand between them
            }
        } catch (RuntimeException forbidden) {
            // each question by itself will say what is wrong, if something is
            notListed.put(folder, true);
        }
    }

    private static String folder(OriginalKey key) {
        return key.value().substring(0, key.value().lastIndexOf('/') + 1);
    }
}

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
 * Which version of an original there is, as S3 said when it was last asked, for whatever reason. An answer counts from when the question was sent, so that
 * one answer is good for all who had their reason to ask before that. Thread-safe.
 */
public final class OriginalVersions {
    private static final int MAX_KEPT = 10_000;
    private static final Duration KEPT = Duration.ofSeconds(5);

    /** A list costs as much as a dozen questions for one original; from here on it is quicker, and there is one list a second at most. */
    private static final int MIN_LISTED = 4;

    private static final Duration NOT_LISTED = Duration.ofMinutes(1);

    /** From one source: so that connections to S3 are left for all other calls, and a slow host holds up no other. */
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

    /** What S3 said. */
    private record Sighting(Optional<String> eTag, long askedNanos) {}

    /** The time now, as it is counted here. */
    long now() {
        return nanoTime.getAsLong();
    }

    /** S3 has said which version there is. */
    void saw(OriginalKey key, Optional<String> eTag, long askedNanos) {
        seen.asMap()
                .merge(
                        key,
                        new Sighting(eTag, askedNanos),
                        (before, now) -> now.askedNanos - before.askedNanos >= 0 ? now : before);
    }

    /** Whether this was still the version at some time after that one; S3 is asked where it has not been since. */
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

    /** Asks for many at once where they stand together; of the others each will be asked for by itself. */
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

package latent.lazy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import latent.image.ImageHeader;
import latent.key.OriginalKey;
import latent.refusal.Refusal;
import latent.store.Original;

/**
 * A cache of what the header gate said of originals of which it had to see the whole file: a header or a refusal, by version, for a minute. Without
 * it, each key of such an original would mean another download. Thread-safe.
 */
final class HeadersOfWholeFiles {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MAX_KEPT = 10_000;

    private final Cache<Version, Verdict> kept =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT).build();

    private record Version(OriginalKey key, String eTag) {
        static Version of(Original original) {
            return new Version(original.key(), original.eTag());
        }
    }

    /** A header or a refusal. */
    private record Verdict(Optional<ImageHeader> header, Optional<Refusal> refusal) {}

    /**
     * The cached header of this version of an original; empty when nothing is cached.
     *
     * @throws Refusal when the gate has refused this version
     */
    Optional<ImageHeader> of(Original original) {
        Optional<Verdict> verdict = Optional.ofNullable(kept.getIfPresent(Version.of(original)));
        verdict.flatMap(Verdict::refusal).ifPresent(refusal -> {
            throw refusal;
        });
        return verdict.flatMap(Verdict::header);
    }

    /**
     * Runs the gate, and caches its header or refusal.
     *
     * @throws Refusal what the gate throws
     */
    ImageHeader remember(Original original, Supplier<ImageHeader> gate) {
        try {
            ImageHeader header = gate.get();
            kept.put(Version.of(original), new Verdict(Optional.of(header), Optional.empty()));
            return header;
        } catch (Refusal refusal) {
            kept.put(Version.of(original), new Verdict(Optional.empty(), Optional.of(refusal)));
            throw refusal;
        }
    }
}

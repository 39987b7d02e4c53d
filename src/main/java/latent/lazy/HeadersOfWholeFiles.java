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
 * The headers or refusals of large originals that had to be read as a whole, kept for a while: so that many keys of one do not mean that it is read
 * as many times to be refused, or that a long header is looked for again. Thread-safe.
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
     * The header of this version, where it is known.
     *
     * @throws Refusal where it is known to be refused
     */
    Optional<ImageHeader> of(Original original) {
        Optional<Verdict> verdict = Optional.ofNullable(kept.getIfPresent(Version.of(original)));
        verdict.flatMap(Verdict::refusal).ifPresent(refusal -> {
            throw refusal;
        });
        return verdict.flatMap(Verdict::header);
    }

    /** Asks the gate, and keeps what it says. */
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

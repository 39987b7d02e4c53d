package latent.render;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import latent.key.Transformation;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.RenderTooExpensive.Limit;

/**
 * The renditions whose render was ended at a limit, remembered for a while, so that each costs one render and not one for each request. A
 * rendition is known by its original's content and its transformation: other renditions of the same original are rendered. What ended at the
 * limit of wall-clock time may have met a busy machine; it is refused only when the same happens again within that while. Thread-safe; the
 * original is hashed only where one of the same length and transformation is remembered.
 */
final class ExpensiveRenditions {
    private static final int MOST_REMEMBERED = 1_000;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private record Rendition(OriginalFingerprint original, Transformation transformation) {}

    private record Verdict(boolean certain, Limit limit) {}

    private final Cache<Rendition, Verdict> suspects;

    ExpensiveRenditions(Duration keep, Ticker clock) {
        suspects = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(keep)
                .ticker(clock)
                .build();
    }

    /**
     * Before a render.
     *
     * @throws Refusal RENDER_LIMIT_REACHED when this rendition reached a limit a while ago
     */
    void refuseSuspect(RenderJob job) {
        boolean similar = suspects.asMap().keySet().stream()
                .anyMatch(
                        suspect -> suspect.original().bytes() == job.original().file().length
                                && suspect.transformation().equals(job.transformation()));
        Verdict verdict = similar ? suspects.getIfPresent(rendition(job)) : null;
        if (verdict != null && verdict.certain()) {
            throw new Refusal(Reason.RENDER_LIMIT_REACHED, verdict.limit().sentence())
                    .withDetail(verdict.limit() + ", a while ago");
        }
    }

    /** After a render that reached a limit: the refusal that answers it, RENDER_LIMIT_REACHED, or NO_ROOM where it may be tried again. */
    Refusal refusal(RenderJob job, Limit limit) {
        Verdict verdict = suspects.asMap()
                .merge(
                        rendition(job),
                        new Verdict(limit != Limit.WALL_TIME, limit),
                        (before, now) -> new Verdict(true, now.limit()));
        Refusal refusal = verdict.certain()
                ? new Refusal(Reason.RENDER_LIMIT_REACHED, limit.sentence())
                : new Refusal(Reason.NO_ROOM, "The renderers are too busy to finish this rendition.", TRY_AGAIN);
        return refusal.withDetail(limit.toString());
    }

    /** How many are remembered, for the metrics. */
    long size() {
        suspects.cleanUp();
        return suspects.estimatedSize();
    }

    private static Rendition rendition(RenderJob job) {
        return new Rendition(OriginalFingerprint.of(job.original().file()), job.transformation());
    }
}

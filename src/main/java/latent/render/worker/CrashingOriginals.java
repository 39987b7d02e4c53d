package latent.render.worker;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.OriginalFingerprint;

/**
 * Originals whose renders crashed the render workers, remembered for a while by a digest of their bytes, so that each costs two workers and not two
 * for each request. An original that crashes two workers is refused at once. Where a worker was killed from outside, an operator may have done so, or
 * a system short of memory: then the original is only suspected, and refused when the workers of a second render are killed too before the suspicion
 * is forgotten. Renders that reach a deadline do not count: see {@link latent.render.RenderTooExpensive}.
 *
 * <p>Thread-safe. An original is hashed only when one of the same length is remembered.
 */
final class CrashingOriginals {
    private static final int MOST_REMEMBERED = 1_000;

    private enum Status {
        SUSPECTED,
        REFUSED
    }

    private final Cache<OriginalFingerprint, Status> statuses;

    CrashingOriginals(Duration keep, Ticker clock) {
        statuses = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(keep)
                .ticker(clock)
                .build();
    }

    /** @throws Refusal NOT_A_PICTURE when renders of this original have crashed workers */
    void refuseIfKnown(byte[] original) {
        if (isRefused(original)) {
            throw refused("this original ended two render workers a while ago");
        }
    }

    /**
     * Counts a render whose workers, one after the other, all died, and says how its request is refused.
     *
     * @param killedFromOutside whether at least one of the workers was
     * @param lastWords         standard error of the last worker, for the log
     * @return NOT_A_PICTURE when the original is refused from now on, else NO_ROOM: the request may be tried again
     */
    Refusal refusalAfter(byte[] original, boolean killedFromOutside, String lastWords) {
        return addCrash(original, killedFromOutside)
                ? refused(lastWords)
                : new Refusal(Reason.NO_ROOM, "The renderers were stopped.", WorkerPool.TRY_AGAIN)
                        .withDetail(lastWords);
    }

    private static Refusal refused(String words) {
        return new Refusal(Reason.NOT_A_PICTURE, "The original cannot be decoded: no renderer survives it.")
                .withDetail(words);
    }

    /**
     * Counts a render whose workers all died.
     *
     * @param killedFromOutside whether at least one of them was
     * @return whether the original is refused from now on
     */
    boolean addCrash(byte[] original, boolean killedFromOutside) {
        Status status = statuses.asMap()
                .merge(
                        OriginalFingerprint.of(original),
                        killedFromOutside ? Status.SUSPECTED : Status.REFUSED,
                        (before, now) -> Status.REFUSED);
        return status == Status.REFUSED;
    }

    boolean isRefused(byte[] original) {
        return statuses.asMap().keySet().stream().anyMatch(known -> known.bytes() == original.length)
                && statuses.getIfPresent(OriginalFingerprint.of(original)) == Status.REFUSED;
    }

    /** Number of originals that are refused or suspected, for the metrics. */
    long size() {
        statuses.cleanUp();
        return statuses.estimatedSize();
    }
}

package latent.render.worker;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.OriginalFingerprint;

/**
 * The originals whose workers crashed, remembered for a while by content, so that each costs two workers and not two for each request. An original
 * that crashes two workers is refused at once. Workers that were killed from outside may have been killed by an operator, or by a system short of
 * memory; so the original is refused only when the workers of a second render within that while are killed too. Without that, an original that makes
 * the system kill its workers would cost two of them for each request. A render that reached its deadline is no matter of its original ({@link
 * latent.render.RenderTooExpensive}).
 *
 * <p>Thread-safe. An original is hashed only when one of the same length is remembered.
 */
final class PoisonList {
    private static final int MOST_REMEMBERED = 1_000;

    private enum Verdict {
        SUSPECTED,
        CONVICTED
    }

    private final Cache<OriginalFingerprint, Verdict> culprits;

    PoisonList(Duration keep, Ticker clock) {
        culprits = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(keep)
                .ticker(clock)
                .build();
    }

    /** @throws Refusal for an original that is remembered as a culprit */
    void refuseIfHeld(byte[] original) {
        if (holds(original)) {
            throw refused("this original ended two render workers a while ago");
        }
    }

    /**
     * What a visitor is told whose render killed every worker it was given.
     *
     * @param killedFromOutside at least one of them
     * @param lastWords         of the last of them, for the log
     */
    Refusal verdict(byte[] original, boolean killedFromOutside, String lastWords) {
        return convicts(original, killedFromOutside)
                ? refused(lastWords)
                : new Refusal(Reason.NO_ROOM, "The renderers were stopped.", WorkerPool.TRY_AGAIN)
                        .withDetail(lastWords);
    }

    private static Refusal refused(String words) {
        return new Refusal(Reason.NOT_A_PICTURE, "The original cannot be decoded: no renderer survives it.")
                .withDetail(words);
    }

    /**
     * After a render that killed every worker it was given; whether the original is refused from now on.
     *
     * @param killedFromOutside at least one of them
     */
    boolean convicts(byte[] original, boolean killedFromOutside) {
        Verdict verdict = culprits.asMap()
                .merge(
                        OriginalFingerprint.of(original),
                        killedFromOutside ? Verdict.SUSPECTED : Verdict.CONVICTED,
                        (before, now) -> Verdict.CONVICTED);
        return verdict == Verdict.CONVICTED;
    }

    /** Whether it is refused. */
    boolean holds(byte[] original) {
        return culprits.asMap().keySet().stream().anyMatch(culprit -> culprit.bytes() == original.length)
                && culprits.getIfPresent(OriginalFingerprint.of(original)) == Verdict.CONVICTED;
    }

    /** How many are refused or under suspicion, for the metrics. */
    long size() {
        culprits.cleanUp();
        return culprits.estimatedSize();
    }
}

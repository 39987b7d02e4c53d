package latent.render.worker;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * The originals that killed their workers, remembered for a while by content, so that each costs two workers and not two for each request.
 * Two crashes or missed deadlines convict at once. Workers killed from outside may have met the system's want of memory, or an operator; so
 * they only raise a suspicion, which the same end of a second render within that while confirms. Without that, an original that makes the system
 * kill its workers would cost two of them for each request.
 *
 * <p>Thread-safe. The hash of 4 MB takes some 3 ms, a twentieth of its render: it is taken only when a poisonous original has the same length.
 */
final class Poison {
    private static final int MOST_REMEMBERED = 1_000;

    private enum Verdict {
        SUSPECTED,
        CONVICTED
    }

    private final Cache<Fingerprint, Verdict> culprits;

    private record Fingerprint(int bytes, String sha256) {}

    Poison(Duration keep, Ticker clock) {
        culprits = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(keep)
                .ticker(clock)
                .build();
    }

    /**
     * After a render that killed every worker it was given; whether the original is refused from now on.
     *
     * @param killedFromOutside at least one of them
     */
    boolean convicts(byte[] original, boolean killedFromOutside) {
        Verdict verdict = culprits.asMap()
                .merge(
                        fingerprint(original),
                        killedFromOutside ? Verdict.SUSPECTED : Verdict.CONVICTED,
                        (before, now) -> Verdict.CONVICTED);
        return verdict == Verdict.CONVICTED;
    }

    /** Whether it is refused. */
    boolean holds(byte[] original) {
        return culprits.asMap().keySet().stream().anyMatch(culprit -> culprit.bytes == original.length)
                && culprits.getIfPresent(fingerprint(original)) == Verdict.CONVICTED;
    }

    private static Fingerprint fingerprint(byte[] original) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(original);
            return new Fingerprint(original.length, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}

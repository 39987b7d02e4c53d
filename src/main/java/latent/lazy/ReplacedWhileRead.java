package latent.lazy;

import java.util.Optional;
import java.util.function.IntFunction;
import latent.key.OriginalKey;
import latent.refusal.Fault;
import latent.refusal.FaultException;

/**
 * Retries when an original is replaced while it is read. Opening and reading have a retry each: all parts of one opening must be of one version, and
 * a later step needs a new opening when its version is gone.
 */
final class ReplacedWhileRead {
    /** An original that is replaced this often while it is read is not worth more requests. */
    private static final int MAX_TRIES = 3;

    private ReplacedWhileRead() {}

    /**
     * Runs an attempt up to three times.
     *
     * @param step    for the message: {@code opened} or {@code read}
     * @param attempt gets the number of attempts before it; returns empty when the original was replaced meanwhile
     * @throws FaultException CHANGED_WHILE_READ after the last attempt
     */
    static <T> T retrying(OriginalKey original, String step, IntFunction<Optional<T>> attempt) {
        for (int before = 0; before < MAX_TRIES; before++) {
            Optional<T> done = attempt.apply(before);
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new FaultException(
                Fault.CHANGED_WHILE_READ,
                "the original " + original + " changed " + MAX_TRIES + " times while it was " + step);
    }
}

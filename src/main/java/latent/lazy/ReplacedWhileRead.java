package latent.lazy;

import java.util.Optional;
import java.util.function.IntFunction;
import latent.key.OriginalKey;
import latent.refusal.Fault;
import latent.refusal.FaultException;

/**
 * Begins again when an original has been replaced while it was read. Opening does so by itself, because its parts must be of one version; what follows
 * does so with another opening, because what it had opened is of a version that there is no more.
 */
final class ReplacedWhileRead {
    /** An original that is replaced again and again while we read it is not worth more. */
    private static final int MAX_TRIES = 3;

    private ReplacedWhileRead() {}

    /**
     * Tries a few times.
     *
     * @param step    what is done to the original, for the message: {@code opened}
     * @param attempt told how many there were before it; empty when the original was replaced meanwhile
     * @throws FaultException CHANGED_WHILE_READ after the last try
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

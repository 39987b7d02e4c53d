package latent.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Measures how fast the client of one connection sends its request and takes its answer. Time in which nothing waits for the client does not count: a
 * slow render or bucket is not its fault. Thread-safe.
 */
final class ConnectionPace {
    private enum Phase {
        /** Between requests: nothing of the next one has come. */
        IDLE,
        /** Part of a request's header has been received. */
        HEADER,
        /** The request is here and is being answered. */
        ANSWER
    }

    private final ConnectionLimits limits;
    private final LongSupplier nanoTime;
    private Phase phase = Phase.IDLE;
    private long phaseBegan;
    private boolean writing;
    private long writingSince;
    private long waitedNanos;
    private long takenBytes;

    ConnectionPace(ConnectionLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.phaseBegan = nanoTime.getAsLong();
    }

    /** Bytes of a request have arrived. */
    synchronized void read() {
        if (phase == Phase.IDLE) {
            enter(Phase.HEADER);
        }
    }

    /** The header of the request is complete. */
    synchronized void requestArrived() {
        enter(Phase.ANSWER);
        waitedNanos = 0;
        takenBytes = 0;
    }

    /** The answer is complete. */
    synchronized void answered() {
        enter(Phase.IDLE);
    }

    /** Bytes were written to the network. {@code all} means that none are left to write. */
    synchronized void wrote(long bytes, boolean all) {
        long now = nanoTime.getAsLong();
        if (writing) {
            waitedNanos += now - writingSince;
            takenBytes += bytes;
        }
        writing = !all;
        writingSince = now;
    }

    /** Whether a request is being answered. */
    synchronized boolean answering() {
        return phase == Phase.ANSWER;
    }

    /** Time since the connection began to wait for a request, or for the rest of one, in nanoseconds. */
    synchronized long waitingNanos() {
        return nanoTime.getAsLong() - phaseBegan;
    }

    /** Whether the client is slower than the limits allow. */
    synchronized boolean tooSlow() {
        long now = nanoTime.getAsLong();
        if (phase == Phase.HEADER && now - phaseBegan > limits.requestDeadline().toNanos()) {
            return true;
        }
        long waited = waitedNanos + (writing ? now - writingSince : 0);
        double owed = (waited - limits.grace().toNanos())
                / (double) Duration.ofSeconds(1).toNanos()
                * limits.leastRate();
        return writing && owed > takenBytes;
    }

    private void enter(Phase next) {
        phase = next;
        phaseBegan = nanoTime.getAsLong();
    }
}

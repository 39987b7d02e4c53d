package latent.warm;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Extends the lease of messages during the work on them, so that no other process receives them. Thread-safe. */
final class MessageLease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MessageLease.class);
    private static final int SIGNS_OF_LIFE = 3;

    private final ChangeQueue queue;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("change-consumer-lease").factory());

    MessageLease(ChangeQueue queue) {
        this.queue = queue;
    }

    /** Extends the lease of these messages until the result is closed. */
    Lease hold(List<ChangeMessage> messages) {
        long pause = queue.visibility().toMillis() / SIGNS_OF_LIFE;
        ScheduledFuture<?> signs = clock.scheduleAtFixedRate(() -> keep(messages), pause, pause, TimeUnit.MILLISECONDS);
        return () -> signs.cancel(false);
    }

    private void keep(List<ChangeMessage> messages) {
        try {
            queue.keep(messages);
        } catch (RuntimeException e) {
            // one that throws is never called again
            LOG.warn(
                    "the lease of messages could not be extended; another process may receive them too: {}",
                    e.toString());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** Messages that are leased until it is closed. */
    interface Lease extends AutoCloseable {
        @Override
        void close();
    }
}

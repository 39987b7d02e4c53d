package latent.warm;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import latent.key.KeyGrammar;
import latent.logging.RepeatedWarning;
import latent.metrics.Meters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives messages about changed originals from the queue until it is closed. Several threads work on a few messages each. A message is deleted when
 * its work is done; until then its lease is extended, and if the process dies, SQS delivers it again. Thread-safe.
 */
public final class ChangeConsumer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeConsumer.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** ECS kills two minutes after it asked. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private final RepeatedWarning failures = new RepeatedWarning(LOG);
    private final ChangeQueue queue;
    private final ChangeBatchReader messages;
    private final ChangeHandler work;
    private final ShardHandler planned;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ExecutorService threads;
    private final MessageLease lease;

    /**
     * Begins to read the queue.
     *
     * @param originalsBucket the only bucket whose changes are handled
     * @param threads           how many work at one time; each renders one picture at a time
     */
    public ChangeConsumer(
            ChangeQueue queue,
            String originalsBucket,
            KeyGrammar grammar,
            ChangeHandler work,
            ShardHandler planned,
            int threads,
            Meters meters) {
        this.queue = queue;
        this.lease = new MessageLease(queue);
        this.messages = new ChangeBatchReader(new ChangeMessageReader(originalsBucket, grammar), meters);
        this.work = work;
        this.planned = planned;
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("change-consumer-", 0).factory());
        for (int i = 0; i < threads; i++) {
            this.threads.execute(this::workUntilStopped);
        }
    }

    private void workUntilStopped() {
        int next = 1;
        while (stopped.getCount() > 0) {
            try {
                next = workOff(queue.receive(next));
            } catch (RuntimeException e) {
                failures.add("the queue of changes failed, again in " + PAUSE.toSeconds() + " s: " + e);
                pause();
            }
        }
    }

    /**
     * Handles messages.
     *
     * @return how many to receive next. Shards take long, so one at a time leaves the others to other workers; and a message that is received but not
     *     finished may come again only so often before SQS moves it to the dead-letter queue
     */
    private int workOff(List<ChangeMessage> received) {
        ChangeBatch batch = messages.read(received);
        batch.notUnderstood().forEach(queue::giveBack);
        if (batch.inHand().isEmpty()) {
            return 1;
        }
        try (MessageLease.Lease held = lease.hold(batch.inHand())) {
            batch.workOff(work, planned, () -> stopped.getCount() > 0).forEach(queue::done);
        }
        return batch.shards().isEmpty() ? ChangeQueue.MAX_IN_HAND : 1;
    }

    private void pause() {
        try {
            stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Receives no more messages, begins no more renditions, and finishes what is running. */
    @Override
    public void close() {
        stopped.countDown();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("stopped before all received messages were handled; they will be received again");
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        lease.close();
    }
}

package latent.warm;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.logging.RepeatedWarning;
import latent.metrics.Meters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the queue of changed originals until it is closed, with several threads that each hold a few messages at a time. A message is deleted
 * when all that it asks for is done; until then it stays ours, and if we die it comes again. Thread-safe.
 */
public final class ChangeConsumer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeConsumer.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MAX_SHOWN = 256;

    /** ECS kills two minutes after it asked. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private final RepeatedWarning failures = new RepeatedWarning(LOG);
    private final RepeatedWarning notUnderstood = new RepeatedWarning(LOG);
    private final ChangeQueue queue;
    private final ChangeMessageReader messages;
    private final ChangeHandler work;
    private final Meters meters;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ExecutorService threads;
    private final MessageLease lease;

    /**
     * Begins to read the queue.
     *
     * @param originalsBucket the only bucket of which changes are believed
     * @param threads           how many work at one time; each renders one picture at a time
     */
    public ChangeConsumer(
            ChangeQueue queue,
            String originalsBucket,
            KeyGrammar grammar,
            ChangeHandler work,
            int threads,
            Meters meters) {
        this.queue = queue;
        this.lease = new MessageLease(queue);
        this.messages = new ChangeMessageReader(originalsBucket, grammar);
        this.work = work;
        this.meters = meters;
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("change-consumer-", 0).factory());
        for (int i = 0; i < threads; i++) {
            this.threads.execute(this::workUntilStopped);
        }
    }

    private void workUntilStopped() {
        while (stopped.getCount() > 0) {
            try {
                workOff(queue.receive());
            } catch (RuntimeException e) {
                failures.add("the queue of changes failed, again in " + PAUSE.toSeconds() + " s: " + e);
                pause();
            }
        }
    }

    private void workOff(List<ChangeMessage> received) {
        Map<ChangeMessage, Set<OriginalKey>> hand = new LinkedHashMap<>();
        Set<OriginalKey> all = new LinkedHashSet<>();
        Set<OriginalKey> again = new LinkedHashSet<>();
        received.forEach(message -> read(message).ifPresent(originals -> {
            hand.put(message, originals);
            all.addAll(originals);
            again.addAll(message.again() ? originals : Set.of());
        }));
        if (hand.isEmpty()) {
            return;
        }
        try (MessageLease.Lease held = lease.hold(List.copyOf(hand.keySet()))) {
            Set<OriginalKey> done = work.workOff(all, again, () -> stopped.getCount() > 0);
            hand.forEach((message, originals) -> {
                if (done.containsAll(originals)) {
                    queue.done(message);
                }
            });
        }
    }

    private Optional<Set<OriginalKey>> read(ChangeMessage message) {
        try {
            return Optional.of(messages.originals(message.body()));
        } catch (IllegalArgumentException e) {
            notUnderstood.add("message not understood and left for the dead-letter queue: " + e.getMessage() + ": "
                    + shown(message));
            meters.changed("not-understood");
            queue.giveBack(message);
            return Optional.empty();
        }
    }

    private static String shown(ChangeMessage message) {
        String body = message.body();
        return body.substring(0, Math.min(MAX_SHOWN, body.length())).replaceAll("[^\\x20-\\x7e]", "?");
    }

    private void pause() {
        try {
            stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Receives no more, begins no more renditions, and finishes what is in hand. */
    @Override
    public void close() {
        stopped.countDown();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("stopped with messages in hand; they come again");
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        lease.close();
    }
}

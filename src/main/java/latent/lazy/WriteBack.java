package latent.lazy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import latent.key.RenditionKey;
import latent.logging.RepeatedWarning;
import latent.metrics.Meters;
import latent.store.Rendition;
import latent.store.RenditionStore;
import latent.tracing.TraceLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores renditions after their answer, or before it on AWS Lambda. Failed writes are retried with growing pauses while the process runs. The queue
 * has a size limit: what exceeds it is dropped, and rendered again for the next visitor. Thread-safe.
 */
public final class WriteBack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteBack.class);
    private static final int WRITES_AT_ONCE = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final RenditionStorage storage;
    private final WriteBackSettings settings;
    private final VersionRounds rounds;
    private final BoundedWrites fewAtOnce;
    private final Meters meters;
    private final ConcurrentMap<String, Entry> pending = new ConcurrentHashMap<>();
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final AtomicLong pendingBytes = new AtomicLong();
    private final RepeatedWarning drops = new RepeatedWarning(LOG);
    private final RepeatedWarning failures = new RepeatedWarning(LOG);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("write-back-", 0).factory());

    public WriteBack(OriginalVersions versions, RenditionStore renditions, WriteBackSettings settings, Meters meters) {
        this.rounds = new VersionRounds(versions);
        this.fewAtOnce = new BoundedWrites(renditions, WRITES_AT_ONCE);
        // who waits for its answer does not wait for a round of others
        this.storage = settings.when() == WriteBackTiming.BEFORE_ANSWER
                ? RenditionStorage.asking(versions, fewAtOnce)
                : new RenditionStorage(versions, rounds::isCurrent, fewAtOnce);
        this.settings = settings;
        this.meters = meters;
        meters.watch("latent.write.back.pending", "Renditions not yet stored.", pending::size);
        meters.watch("latent.write.back.pending.bytes", "Their size.", pendingBytes::get);
    }

    /**
     * Queues a rendition to be stored. With {@link WriteBackTiming#BEFORE_ANSWER} it blocks until the first attempt has ended, or the drain time is
     * over. Failures are logged and retried; nothing is thrown.
     */
    void enqueue(RenditionKey key, Rendition rendition, String sourceETag) {
        int bytes = rendition.bytes().length;
        if (pendingBytes.addAndGet(bytes) > settings.maxBytes()) {
            pendingBytes.addAndGet(-bytes);
            meters.wroteBack("dropped");
            drops.add("Renditions were not kept for S3, because more than " + (settings.maxBytes() >> 20)
                    + " MiB wait to be stored; their next visitors make them anew. Look at S3's answers, or raise"
                    + " write-back.max-mebibytes.");
            return;
        }
        Entry entry = new Entry(key, rendition, sourceETag, meters.tracing().here(), new CountDownLatch(1));
        Optional.ofNullable(pending.put(key.value(), entry)).ifPresent(this::release);
        threads.execute(() -> attempt(entry, FIRST_PAUSE));
        if (settings.when() == WriteBackTiming.BEFORE_ANSWER) {
            await(entry);
        }
    }

    private void await(Entry entry) {
        try {
            if (!entry.tried().await(settings.drain().toNanos(), TimeUnit.NANOSECONDS)) {
                failures.add("write-back of " + entry.key() + " takes more than "
                        + settings.drain().toSeconds() + " s: its visitor is answered before it is stored");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Number of renditions that are stored but whose version check is still to come. */
    int waitingForVersions() {
        return rounds.waiting();
    }

    /** The rendition of this key, while it waits to be stored. */
    Optional<Rendition> pending(RenditionKey key) {
        return Optional.ofNullable(pending.get(key.value())).map(Entry::rendition);
    }

    private void attempt(Entry entry, Duration pause) {
        if (!entry.equals(pending.get(entry.key().value()))) {
            entry.tried().countDown();
            return;
        }
        if (!inHand.add(entry.key().value())) {
            return; // the attempt that stores an older one of this key goes on with this one
        }
        try {
            meters.wroteBack(meters.tracing()
                    .follow(entry.request(), "write-back", entry.key().value(), () -> store(entry))
                    .label());
            forget(entry);
        } catch (RuntimeException e) {
            meters.wroteBack("failed");
            if (!threads.isShutdown()) {
                failures.add("write-back of " + entry.key() + " failed, again in " + pause.toMillis() + " ms: " + e);
                retry(entry, pause);
            }
        } finally {
            inHand.remove(entry.key().value());
            entry.tried().countDown();
            goOnAfter(entry);
        }
    }

    private RenditionStorage.Outcome store(Entry entry) {
        return storage.store(entry.key(), entry.rendition(), entry.sourceETag());
    }

    /** Continues with a newer rendition of the same key that was queued meanwhile. */
    private void goOnAfter(Entry entry) {
        Entry next = pending.get(entry.key().value());
        if (next != null && !next.equals(entry) && !threads.isShutdown()) {
            threads.execute(() -> attempt(next, FIRST_PAUSE));
        }
    }

    private void retry(Entry entry, Duration pause) {
        Duration next = pause.multipliedBy(2);
        Duration bounded = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(() -> attempt(entry, bounded));
    }

    private void forget(Entry entry) {
        if (pending.remove(entry.key().value(), entry)) {
            release(entry);
        }
    }

    private void release(Entry entry) {
        pendingBytes.addAndGet(-entry.rendition().bytes().length);
    }

    /**
     * Accepts no more, finishes running writes, and tries each waiting one once more, within the drain time. Writes that fail then are tried again.
     */
    @Override
    public void close() {
        threads.shutdown();
        rounds.hurry();
        fewAtOnce.endBound();
        long end = System.nanoTime() + settings.drain().toNanos();
        try {
            boolean done = drain(end) && threads.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (!done || (!pending.isEmpty() && !drain(end))) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!pending.isEmpty()) {
            LOG.warn("stopped with {} renditions not written back; their next visitor makes them anew", pending.size());
        }
    }

    /** Tries to store all that waits; false when it has not ended by {@code endNanos}. */
    private boolean drain(long endNanos) throws InterruptedException {
        // never waited for without a bound: a call of the SDK does not always end when it is interrupted
        ExecutorService drain = Executors.newVirtualThreadPerTaskExecutor();
        pending.values().forEach(entry -> drain.execute(() -> attempt(entry, FIRST_PAUSE)));
        drain.shutdown();
        if (drain.awaitTermination(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            return true;
        }
        drain.shutdownNow();
        return false;
    }

    /**
     * A queued rendition.
     *
     * @param request the request that rendered it, for traces
     * @param tried   opens when the first attempt has ended
     */
    private record Entry(
            RenditionKey key, Rendition rendition, String sourceETag, TraceLink request, CountDownLatch tried) {}
}

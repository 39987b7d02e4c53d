package latent.lazy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import latent.key.RenditionKey;
import latent.metrics.Meters;
import latent.store.Originals;
import latent.store.Rendition;
import latent.store.Renditions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores renditions after their answer has been given. What S3 refuses is tried again, less and less often, for as long as we run; what
 * does not fit into the bounded queue is let go and made anew by the next request. Thread-safe.
 */
public final class WriteBack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteBack.class);
    private static final int THREADS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Originals originals;
    private final Renditions renditions;
    private final long maxPendingBytes;
    private final Duration drainTime;
    private final Meters meters;
    private final ConcurrentMap<String, Entry> pending = new ConcurrentHashMap<>();
    private final AtomicLong pendingBytes = new AtomicLong();
    private final ExecutorService threads;

    /**
     * A write-back.
     *
     * @param maxPendingBytes how much may wait to be stored
     * @param drainTime       how long {@link #close} goes on trying
     */
    public WriteBack(
            Originals originals, Renditions renditions, long maxPendingBytes, Duration drainTime, Meters meters) {
        this.originals = originals;
        this.renditions = renditions;
        this.maxPendingBytes = maxPendingBytes;
        this.drainTime = drainTime;
        this.meters = meters;
        this.threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().name("write-back-", 0).factory());
        meters.watch("latent.write.back.pending", "Renditions not yet stored.", pending::size);
        meters.watch("latent.write.back.pending.bytes", "Their size.", pendingBytes::get);
    }

    /** Stores a rendition soon; never blocks, never fails. */
    void enqueue(RenditionKey key, Rendition rendition, String sourceETag) {
        int bytes = rendition.bytes().length;
        if (pendingBytes.addAndGet(bytes) > maxPendingBytes) {
            pendingBytes.addAndGet(-bytes);
            meters.wroteBack("dropped");
            LOG.warn("write-back of {} dropped: {} bytes already wait to be stored", key.value(), pendingBytes.get());
            return;
        }
        Entry entry = new Entry(key, rendition, sourceETag);
        Optional.ofNullable(pending.put(key.value(), entry)).ifPresent(this::release);
        threads.execute(() -> attempt(entry, FIRST_PAUSE));
    }

    /** A rendition that is on its way to S3. */
    Optional<Rendition> pending(RenditionKey key) {
        return Optional.ofNullable(pending.get(key.value())).map(Entry::rendition);
    }

    private void attempt(Entry entry, Duration pause) {
        try {
            meters.wroteBack(store(entry));
            forget(entry);
        } catch (RuntimeException e) {
            meters.wroteBack("failed");
            LOG.warn("write-back of {} failed, again in {} ms: {}", entry.key(), pause.toMillis(), e.toString());
            retry(entry, pause);
        }
    }

    /** What was made of an original that has been replaced since is let go: a purge has passed, or will, and would not come again for it. */
    private String store(Entry entry) {
        if (!originals.isCurrent(entry.key().original(), entry.sourceETag())) {
            return "outdated";
        }
        return renditions.add(entry.key(), entry.rendition(), entry.sourceETag()) ? "stored" : "already-there";
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

    /** Stops accepting, and tries each waiting rendition once more within the drain time. */
    @Override
    public void close() {
        threads.shutdown();
        try (var drain = Executors.newVirtualThreadPerTaskExecutor()) {
            pending.values().forEach(entry -> drain.execute(() -> attempt(entry, FIRST_PAUSE)));
            drain.shutdown();
            if (!drain.awaitTermination(drainTime.toMillis(), TimeUnit.MILLISECONDS)) {
                drain.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!pending.isEmpty()) {
            LOG.warn("stopped with {} renditions not written back; their next visitor makes them anew", pending.size());
        }
    }

    private record Entry(RenditionKey key, Rendition rendition, String sourceETag) {}
}

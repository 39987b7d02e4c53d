package latent.lazy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import latent.admission.Charge;
import latent.admission.PermitsInUse;
import latent.admission.RenderPermits;
import latent.key.OriginalKey;
import latent.lazy.OpenedRenders.Request;
import latent.lazy.OriginalReader.Opened;
import latent.lazy.RenditionRenderer.Rendered;
import latent.logging.RepeatedWarning;
import latent.metrics.Meters;
import latent.refusal.Refusal;
import latent.render.JpegCoding;
import latent.store.MezzanineSource;
import latent.store.Mezzanines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes mezzanines of originals that are in memory for a rendition, after that is answered: one at a time, and begun only while a thread is free and no
 * visitor waits. A few wait; what is beyond them, or waits in vain, is made on another occasion. Thread-safe.
 */
final class MezzanineMaker implements AutoCloseable {
    private static final int MAX_WAITING = 4;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** One that is not so much smaller than its original is not worth its place. */
    private static final int LEAST_TIMES_SMALLER = 2;

    private static final Logger LOG = LoggerFactory.getLogger(MezzanineMaker.class);

    private final Mezzanines store;
    private final MezzanineReader reader;
    private final OriginalVersions versions;
    private final RenderPermits permits;
    private final OpenedRenders renders;
    private final Meters meters;
    private final RepeatedWarning faults = new RepeatedWarning(LOG);
    private final Set<OriginalKey> inHand = ConcurrentHashMap.newKeySet();
    private final Cache<OriginalKey, String> madeLately = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(MezzaninePause.TIME)
            .build();
    private final MezzaninePause pause;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofVirtual().name("mezzanine").factory());

    /**
     * A maker.
     *
     * @param reader   is told of originals that are not worth one
     * @param versions of the originals
     * @param renders  of originals
     */
    MezzanineMaker(
            Mezzanines store,
            MezzanineReader reader,
            OriginalVersions versions,
            RenderPermits permits,
            OpenedRenders renders,
            Meters meters) {
        this.store = store;
        this.reader = reader;
        this.versions = versions;
        this.permits = permits;
        this.renders = renders;
        this.meters = meters;
        this.pause = new MezzaninePause(versions::now);
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * Makes one soon, if it is worth it and the original's bytes are in memory.
     *
     * @return whether the original will be closed here
     */
    boolean take(OriginalKey key, Opened original) {
        if (!original.header().map(MezzanineRule::isWorthOne).orElse(false)) {
            reader.hasNone(key);
            return false;
        }
        boolean made = original.original().eTag().equals(madeLately.getIfPresent(key));
        if (made || pause.lasts() || !original.hasBytes() || !inHand.add(key)) {
            return false;
        }
        try {
            thread.execute(() -> make(key, original));
            return true;
        } catch (RejectedExecutionException tooMany) {
            inHand.remove(key);
            meters.mezzanine("dropped");
            return false;
        }
    }

    private void make(OriginalKey key, Opened original) {
        try (original) {
            meters.mezzanine(awaitFreeThread() ? made(key, original) : "dropped");
        } catch (Refusal noRoom) {
            meters.mezzanine("dropped");
        } catch (RuntimeException fault) {
            pause.begin();
            meters.mezzanine("not-written");
            faults.add("the mezzanine of " + key + " is not stored, and none is made for "
                    + MezzaninePause.TIME.toSeconds() + " s: " + fault);
        } finally {
            inHand.remove(key);
        }
    }

    private String made(OriginalKey key, Opened original) {
        String eTag = original.original().eTag();
        Request request = new Request(
                key,
                MezzanineRule.MAKING,
                Charge.free(),
                new Stopwatch(versions::now, meters),
                Optional.of(JpegCoding.SEQUENTIAL));
        Optional<Rendered> rendered = renders.render(request, original);
        if (rendered.isEmpty()) {
            return "outdated";
        }
        byte[] jpeg = rendered.get().rendition().bytes();
        if ((long) jpeg.length * LEAST_TIMES_SMALLER > original.original().bytes()) {
            reader.hasNone(key);
            return "too-large";
        }
        store.put(
                key,
                jpeg,
                new MezzanineSource(
                        eTag, original.original().bytes(), original.header().orElseThrow()));
        if (!versions.isCurrent(key, eTag, versions.now())) {
            store.remove(key); // a purge has passed by now, or will, and does not come again for it
            return "outdated";
        }
        madeLately.put(key, eTag);
        return "written";
    }

    private boolean awaitFreeThread() {
        long start = versions.now();
        while (versions.now() - start < LONGEST_WAIT.toNanos()) {
            PermitsInUse now = permits.now();
            if (permits.waiting() == 0 && now.renders() < now.maxRenders()) {
                return true;
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /** What is under way ends, within some seconds; what waits is let go. */
    @Override
    public void close() {
        thread.getQueue().clear();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

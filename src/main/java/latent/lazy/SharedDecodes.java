package latent.lazy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongPredicate;
import latent.render.DecodeReuse;
import latent.render.ShrunkPicture;

/**
 * What was decoded of one version of an original, by the factor by which it was shrunk. The first request that needs a factor has the file decoded, the
 * others wait for that and begin with its pixels. What there is no memory for is not kept, and each decodes for itself. Thread-safe.
 */
final class SharedDecodes {
    /** As long as a render may take; who has waited in vain goes on without. Where the first one fails, nobody waits any longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LongPredicate reserve;
    private final Map<Integer, CompletableFuture<Optional<ShrunkPicture<byte[]>>>> pictures = new HashMap<>();
    private long keptBytes;

    /** @param reserve takes so many bytes of memory, or says that there are not so many */
    SharedDecodes(LongPredicate reserve) {
        this.reserve = reserve;
    }

    /**
     * What there is for a factor; waits where somebody is about to decode it.
     *
     * @param factor 1 where nothing is shared
     * @param watch  times the wait, where there is one
     */
    Turn await(int factor, Stopwatch watch) {
        if (factor == 1) {
            return new Turn(factor, Optional.empty(), Optional.empty());
        }
        CompletableFuture<Optional<ShrunkPicture<byte[]>>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<ShrunkPicture<byte[]>>> first;
        synchronized (this) {
            first = pictures.putIfAbsent(factor, mine);
        }
        return first == null
                ? new Turn(factor, Optional.empty(), Optional.of(mine))
                : new Turn(factor, watch.time(Stage.SHARED, () -> await(first)), Optional.empty());
    }

    private static Optional<ShrunkPicture<byte[]>> await(CompletableFuture<Optional<ShrunkPicture<byte[]>>> first) {
        try {
            return first.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Whether something is kept. */
    synchronized boolean isKept() {
        return keptBytes > 0;
    }

    /** Forgets all; how much memory that gives back. Who has a picture goes on with it. */
    synchronized long forget() {
        long bytes = keptBytes;
        keptBytes = 0;
        pictures.values().removeIf(CompletableFuture::isDone);
        return bytes;
    }

    /** Asks for memory without a lock, because others may have to be forgotten for it. */
    private Optional<ShrunkPicture<byte[]>> kept(ShrunkPicture<byte[]> picture) {
        if (!reserve.test(picture.form().bytes())) {
            return Optional.empty();
        }
        synchronized (this) {
            keptBytes += picture.form().bytes();
        }
        return Optional.of(picture);
    }

    private synchronized void failed(int factor) {
        pictures.remove(factor);
    }

    /** One request's part in it, until it is closed. Used by one thread. */
    final class Turn implements AutoCloseable {
        private final int factor;
        private final Optional<ShrunkPicture<byte[]>> picture;
        private final Optional<CompletableFuture<Optional<ShrunkPicture<byte[]>>>> awaited;

        private Turn(
                int factor,
                Optional<ShrunkPicture<byte[]>> picture,
                Optional<CompletableFuture<Optional<ShrunkPicture<byte[]>>>> awaited) {
            this.factor = factor;
            this.picture = picture;
            this.awaited = awaited;
        }

        /** What the render begins with; empty where it decodes the file. */
        Optional<ShrunkPicture<byte[]>> picture() {
            return picture;
        }

        /** For a render of the file. */
        DecodeReuse reuse() {
            return awaited.map(others -> DecodeReuse.handingOut(decoded -> others.complete(kept(decoded))))
                    .orElse(DecodeReuse.NONE);
        }

        /** Nobody waits any more; where nothing was decoded, the next one that comes does it. */
        @Override
        public void close() {
            awaited.ifPresent(others -> {
                others.complete(Optional.empty());
                if (others.join().isEmpty()) {
                    failed(factor);
                }
            });
        }
    }
}

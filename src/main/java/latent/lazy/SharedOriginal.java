package latent.lazy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import latent.lazy.OriginalReader.Verdict;
import latent.store.Original;
import latent.store.OriginalStream;

/**
 * One version of an original, for all requests that want a rendition of it at the same time: its header is looked at once, and its bytes are fetched once
 * and are the same for all. Who uses it is counted by {@link OriginalsInUse}. Thread-safe.
 */
final class SharedOriginal {
    private final OriginalStream stream;
    private final OriginalMemory memory;
    private final SharedDecodes decodes;
    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
    private boolean looking;
    private Optional<CompletableFuture<Optional<byte[]>>> fetch = Optional.empty();
    private boolean kept;
    private boolean gone;

    SharedOriginal(OriginalStream stream, OriginalMemory memory) {
        this.stream = stream;
        this.memory = memory;
        this.decodes = new SharedDecodes(this::reserveForPicture);
    }

    /** What was decoded of it. */
    SharedDecodes decodes() {
        return decodes;
    }

    private boolean reserveForPicture(long bytes) {
        memory.makeRoom(bytes);
        synchronized (this) {
            return !gone && memory.tryReserve(bytes);
        }
    }

    /** What is known of it, with its first bytes. */
    Original original() {
        return stream.original();
    }

    /** What the gate says of its header; the first who asks has it looked at, the others wait. */
    Verdict verdict(Supplier<Verdict> gate) {
        boolean first;
        synchronized (this) {
            first = !looking;
            looking = true;
        }
        if (first) {
            complete(verdict, gate);
        }
        return SingleFlight.await(verdict);
    }

    /**
     * All of its bytes. The first who asks fetches them, the others wait.
     *
     * @return empty when it has been replaced or removed since it was opened
     */
    Optional<byte[]> bytes() {
        CompletableFuture<Optional<byte[]>> fetched;
        boolean first;
        makeRoom();
        synchronized (this) {
            first = fetch.isEmpty();
            fetched = fetch.orElseGet(this::begin);
        }
        if (first) {
            read(fetched);
        }
        return SingleFlight.await(fetched);
    }

    /** Has the bytes fetched in the background while a request waits for room, where memory is left for that; else lets the connection go. */
    void fetchAhead() {
        CompletableFuture<Optional<byte[]>> fetched;
        makeRoom();
        synchronized (this) {
            if (fetch.isPresent()) {
                return;
            }
            fetched = begin();
            if (!kept) {
                fetch = Optional.empty();
                stream.close();
                return;
            }
        }
        Thread.ofVirtual().name("fetch-ahead").start(() -> read(fetched));
    }

    private void makeRoom() {
        synchronized (this) {
            if (fetch.isPresent()) {
                return;
            }
        }
        memory.makeRoom(original().bytes());
    }

    private CompletableFuture<Optional<byte[]>> begin() {
        CompletableFuture<Optional<byte[]>> fetched = new CompletableFuture<>();
        fetch = Optional.of(fetched);
        kept = !gone && memory.tryReserve(original().bytes());
        return fetched;
    }

    /** Who had room for a render gives it back, and with it the bytes, unless memory was left for them. */
    synchronized void forgetBytes() {
        if (!kept && fetch.filter(CompletableFuture::isDone).isPresent()) {
            fetch = Optional.empty();
        }
    }

    /** Forgets the file where a decoded picture is kept: whoever needs another has it fetched again. Whether that gave back memory. */
    synchronized boolean forgetFile() {
        if (!hasBytes() || !decodes.isKept()) {
            return false;
        }
        kept = false;
        fetch = Optional.empty();
        memory.release(original().bytes());
        return true;
    }

    /** Whether its bytes are in memory, and there is room for them. */
    synchronized boolean hasBytes() {
        return kept && fetch.filter(SharedOriginal::succeeded).isPresent();
    }

    /** Whether some of it is in memory that others can use. */
    boolean isOfUse() {
        return hasBytes() || decodes.isKept();
    }

    /** Whether it is of no use for others: it was replaced, or could not be read. */
    synchronized boolean failed() {
        return verdict.isCompletedExceptionally()
                || fetch.filter(fetched -> fetched.isDone() && !succeeded(fetched))
                        .isPresent();
    }

    private static boolean succeeded(CompletableFuture<Optional<byte[]>> fetched) {
        return fetched.state() == CompletableFuture.State.SUCCESS
                && fetched.resultNow().isPresent();
    }

    /** Nobody wants it any more; a fetch that is under way ends. */
    void dispose() {
        synchronized (this) {
            gone = true;
            releaseIfRead();
        }
        memory.release(decodes.forget());
        stream.close();
    }

    private void read(CompletableFuture<Optional<byte[]>> fetched) {
        complete(fetched, stream::readAll);
        synchronized (this) {
            releaseIfRead();
        }
    }

    /** Until a fetch has ended, it holds its memory. */
    private void releaseIfRead() {
        if (gone && kept && fetch.filter(CompletableFuture::isDone).isPresent()) {
            kept = false;
            fetch = Optional.empty();
            memory.release(original().bytes());
        }
    }

    private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
        try {
            result.complete(work.get());
        } catch (RuntimeException | Error failure) {
            result.completeExceptionally(failure);
        }
    }
}

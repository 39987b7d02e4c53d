package latent.lazy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import latent.key.OriginalKey;

/**
 * Batches version checks after writes: a batch begins one second after its first check, and then checks all its originals together, each once.
 * Callers block until then. Thread-safe.
 */
final class VersionRounds {
    private static final Duration GATHERED = Duration.ofSeconds(1);

    private final OriginalVersions versions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hurry = lock.newCondition();
    private Round next = new Round();
    private boolean hurried;

    VersionRounds(OriginalVersions versions) {
        this.versions = versions;
    }

    private record Round(List<OriginalKey> keys, CountDownLatch begun) {
        Round() {
            this(new ArrayList<>(), new CountDownLatch(1));
        }
    }

    /**
     * Whether this ETag is still the current version, by an answer of S3 that is newer than the call. Blocks for up to a second, and for the request.
     */
    boolean isCurrent(OriginalKey key, String eTag) {
        long since = versions.now();
        try {
            awaitRound(key);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return versions.isCurrent(key, eTag, since);
    }

    /** Number of checks that wait for the next batch. */
    int waiting() {
        lock.lock();
        try {
            return next.keys.size();
        } finally {
            lock.unlock();
        }
    }

    /** From now on, batches begin at once. For the shutdown. */
    void hurry() {
        lock.lock();
        try {
            hurried = true;
            hurry.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitRound(OriginalKey key) throws InterruptedException {
        Round mine;
        boolean first;
        lock.lock();
        try {
            mine = next;
            first = mine.keys.isEmpty();
            mine.keys.add(key);
            if (first) {
                awaitTurn();
                next = new Round();
            }
        } finally {
            lock.unlock();
        }
        if (!first) {
            mine.begun.await();
            return;
        }
        try {
            versions.lookTogether(mine.keys);
        } finally {
            mine.begun.countDown();
        }
    }

    private void awaitTurn() {
        long start = versions.now();
        try {
            long left = GATHERED.toNanos();
            while (left > 0 && !hurried) {
                hurry.await(left, TimeUnit.NANOSECONDS);
                left = GATHERED.toNanos() - (versions.now() - start);
            }
        } catch (InterruptedException e) {
            // whoever waits for this round must not wait for ever
            Thread.currentThread().interrupt();
        }
    }
}

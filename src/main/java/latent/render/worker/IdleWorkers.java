package latent.render.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The workers that have nothing to do, the one that was used last first. Who takes one is alone with it. Thread-safe. */
final class IdleWorkers {
    private final BlockingDeque<WorkerProcess> workers = new LinkedBlockingDeque<>();
    private volatile boolean closed;

    void add(WorkerProcess worker) {
        workers.addFirst(worker);
    }

    void remove(WorkerProcess worker) {
        workers.remove(worker);
    }

    /**
     * The one that was used last, whose memory is still warm.
     *
     * @return empty when none has come free in time
     */
    Optional<WorkerProcess> take(Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        while (!closed) {
            long left = patience.toNanos() - (System.nanoTime() - start);
            WorkerProcess worker = workers.pollFirst(left, TimeUnit.NANOSECONDS);
            if (worker == null) {
                return Optional.empty();
            }
            if (worker.isAlive()) {
                return Optional.of(worker);
            }
        }
        throw new IllegalStateException("the render workers have been stopped");
    }

    /**
     * Has those give memory back that have rested for so long.
     *
     * @param failed is told which of them could not
     */
    void clearRested(Duration time, Consumer<WorkerProcess> failed) {
        for (WorkerProcess worker : workers) {
            if (worker.hasRested(time) && workers.remove(worker)) {
                try {
                    worker.clear();
                    workers.addLast(worker);
                } catch (IOException e) {
                    failed.accept(worker);
                }
            }
        }
    }

    /** Whether there are more than so many, all of which have had nothing to do for so long. */
    boolean areQuiet(int count, Duration time) {
        return workers.size() > count && workers.stream().allMatch(worker -> worker.isIdleFor(time));
    }

    /** Takes the one that has had nothing to do for the longest time. */
    Optional<WorkerProcess> takeLast() {
        return Optional.ofNullable(workers.pollLast());
    }

    /** Nobody gets one any more. */
    void close() {
        closed = true;
    }
}

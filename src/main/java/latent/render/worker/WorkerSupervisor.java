package latent.render.worker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import latent.time.AwakeClock;

/**
 * Keeps as many workers running as {@link WorkerSlots} has places. A worker that has died or grown too large is replaced at once, in the background.
 * Thread-safe.
 */
final class WorkerSupervisor implements AutoCloseable {
    /** Longer than a start of the processor and its first rendition take. */
    static final Duration FIRST_ALONE = Duration.ofSeconds(2);

    private static final Duration PAUSE_AFTER_FAILED_START = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final WorkerCommand command;
    private final long restingBytes;
    private final int workers;
    private final IdleWorkers idle = new IdleWorkers();
    private final Set<WorkerProcess> all = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("render-worker-clock").factory());
    private final ThreadPoolExecutor starter;
    private final AwakeClock awake = new AwakeClock(IDLE, System::nanoTime);
    private final ScheduledFuture<?> resting =
            clock.scheduleWithFixedDelay(this::rest, IDLE.toMillis(), IDLE.toMillis(), TimeUnit.MILLISECONDS);
    private final WorkerSlots places;
    private final WorkerRecords records;
    private volatile boolean firstIsAlone = true;
    private volatile boolean closed;

    /**
     * A supervisor without workers, until {@link #start}.
     *
     * @param workers      renders at a time
     * @param restingBytes resident memory above which a worker is replaced after its render
     */
    WorkerSupervisor(WorkerCommand command, int workers, long restingBytes, WorkerRecords records) {
        this.command = command;
        this.workers = workers;
        this.places = new WorkerSlots(workers);
        this.restingBytes = restingBytes;
        this.records = records;
        this.starter = starter(workers);
    }

    /** All there from now on: a worker has the priority of the thread that starts it, and a thread that of the thread that makes it. */
    private static ThreadPoolExecutor starter(int workers) {
        int most = workers + WorkerSlots.SPARES;
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                most,
                most,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("render-worker-starter").factory());
        threads.prestartAllCoreThreads();
        return threads;
    }

    /**
     * Starts the first worker and waits for it. The others follow later: their starts take processor time from the first rendition.
     *
     * @param firstAlone how long, unless a request finds no idle worker before
     * @return what the first says of itself
     */
    String start(Duration firstAlone) throws WorkerDied {
        WorkerProcess first = WorkerProcess.start(command, clock, awake);
        places.openFirst();
        places.take();
        employ(first);
        CompletableFuture.delayedExecutor(firstAlone.toMillis(), TimeUnit.MILLISECONDS, starter)
                .execute(this::startOthers);
        return first.engine();
    }

    private void startOthers() {
        firstIsAlone = false;
        places.openAll();
        fill();
    }

    private void fill() {
        while (places.take()) {
            starter.execute(this::startOne);
        }
    }

    /** An idle worker, as {@link IdleWorkers#take} chooses it. */
    Optional<WorkerProcess> take(Duration patience) throws InterruptedException {
        Optional<WorkerProcess> first = firstIsAlone ? idle.take(Duration.ZERO) : Optional.empty();
        if (first.isPresent()) {
            return first;
        }
        startOthers();
        return idle.take(patience);
    }

    /** After an answer. */
    void giveBack(WorkerProcess worker) {
        if (worker.residentBytes() <= restingBytes) {
            idle.add(worker);
        } else {
            retire(worker);
        }
    }

    private void retire(WorkerProcess worker) {
        worker.retire();
        dismiss(worker);
    }

    /** Once for each worker, however many notice that it is gone. */
    void dismiss(WorkerProcess worker) {
        idle.remove(worker);
        boolean first = all.remove(worker) && !closed;
        DeathCause cause = first ? worker.causeOfDeath() : DeathCause.RETIRED;
        worker.close();
        if (first) {
            places.leave();
            fill();
            records.died(cause, worker.lastSentence());
        }
    }

    private void startOne() {
        try {
            employ(WorkerProcess.start(command, clock, awake));
        } catch (RejectedExecutionException e) {
            // the clock stops when we are closed, also while somebody starts
            if (!closed) {
                throw e;
            }
        } catch (WorkerDied e) {
            records.died(DeathCause.NOT_READY, "No render worker could be started: " + e.getMessage());
            if (!closed) {
                CompletableFuture.delayedExecutor(PAUSE_AFTER_FAILED_START.toMillis(), TimeUnit.MILLISECONDS, starter)
                        .execute(this::startOne);
            }
        }
    }

    private void employ(WorkerProcess worker) {
        all.add(worker);
        records.started(worker.openTo(), worker.sharesMemory());
        worker.whenGone(() -> dismiss(worker));
        idle.add(worker);
        if (closed) {
            worker.close();
        }
    }

    private void rest() {
        awake.tick();
        idle.clearRested(IDLE, this::dismiss);
        if (idle.areQuiet(workers, QUIET)) {
            places.closeSpares();
            idle.takeLast().ifPresent(this::retire);
        }
    }

    /** Resident memory of all of them, in bytes; what they share is counted for each. */
    long residentBytes() {
        return all.stream().mapToLong(WorkerProcess::residentBytes).sum();
    }

    /** The workers that are ready or at work now, by process id. */
    List<Long> pids() {
        return all.stream()
                .filter(WorkerProcess::isAlive)
                .map(WorkerProcess::pid)
                .toList();
    }

    /** Kills all. */
    @Override
    public void close() {
        closed = true;
        idle.close();
        all.forEach(WorkerProcess::close);
        resting.cancel(false);
        clock.shutdownNow();
        starter.shutdownNow();
    }
}

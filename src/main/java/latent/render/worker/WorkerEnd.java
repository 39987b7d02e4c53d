package latent.render.worker;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How one worker's process ended: by the processor, for a known reason, or by itself, as its exit code and standard error tell. Thread-safe. */
final class WorkerEnd {
    /** Exit codes of a process that was told to end: 128 and SIGHUP, SIGINT, SIGKILL, SIGTERM. A fault of its own has another. */
    private static final Set<Integer> FROM_OUTSIDE = Set.of(129, 130, 137, 143);

    /** Of {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int JAVA_OUT_OF_MEMORY = 3;

    /** What GLib ({@code g_malloc}), C++ and Java say when they end a process that gets no memory. */
    private static final Set<String> OUT_OF_MEMORY = Set.of("failed to allocate", "bad_alloc", "OutOfMemoryError");

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Process process;
    private final StandardErrorTail lastWords;
    private final AtomicReference<@Nullable DeathCause> ours = new AtomicReference<>();

    WorkerEnd(Process process, StandardErrorTail lastWords) {
        this.process = process;
        this.lastWords = lastWords;
    }

    /** Ends the process for a reason of ours; the first reason stands. */
    void by(DeathCause reason) {
        if (process.isAlive()) {
            ours.compareAndSet(null, reason);
        }
        process.destroyForcibly();
    }

    /** Why it ended; waits a moment for a process that is about to. */
    DeathCause cause() {
        boolean ended = hasEnded();
        DeathCause reason = ours.get();
        if (reason != null) {
            return reason;
        }
        if (!ended) {
            return DeathCause.CRASH; // it is alive but has sent an invalid answer
        }
        int code = process.exitValue();
        if (code == JAVA_OUT_OF_MEMORY || OUT_OF_MEMORY.stream().anyMatch(lastWords::contain)) {
            return DeathCause.MEMORY;
        }
        return FROM_OUTSIDE.contains(code) ? DeathCause.KILLED : DeathCause.CRASH;
    }

    /** For the log. */
    String sentence() {
        return "A render worker " + cause().what() + lastWords.quoted();
    }

    private boolean hasEnded() {
        try {
            boolean ended = process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                lastWords.awaitEnd();
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

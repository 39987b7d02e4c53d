package latent.render;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;

/** One render on a thread of its own, and the processor time that this thread has spent on it. */
final class RenderTask implements Callable<byte[]> {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long NOT_STARTED = -1;

    private final Engine engine;
    private final RenderJob job;
    private long nanosAtStart;
    private volatile long thread = NOT_STARTED;

    RenderTask(Engine engine, RenderJob job) {
        this.engine = engine;
        this.job = job;
    }

    @Override
    public byte[] call() {
        nanosAtStart = nanos(Thread.currentThread().threadId());
        thread = Thread.currentThread().threadId();
        return engine.render(job);
    }

    boolean hasStarted() {
        return thread != NOT_STARTED;
    }

    /** Zero before the start, and where this Java does not tell; other threads that the engine has of its own are not counted. */
    Duration processorTime() {
        long now = hasStarted() ? nanos(thread) : NOT_STARTED;
        return now < 0 ? Duration.ZERO : Duration.ofNanos(Math.max(0, now - nanosAtStart));
    }

    private static long nanos(long thread) {
        return THREADS.isThreadCpuTimeSupported() ? THREADS.getThreadCpuTime(thread) : NOT_STARTED;
    }
}

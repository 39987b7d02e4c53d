package latent.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lines that wait to be written to standard error. Whoever logs never waits for it: a pipe that nobody reads must not stop a request. Beyond a
 * bound lines are dropped and counted, and once writing works again one line says how many. Thread-safe.
 */
public final class LogQueue implements AutoCloseable {
    private static final int MAX_BYTES = 1 << 20;
    private static final Duration PATIENCE_ON_CLOSE = Duration.ofSeconds(2);

    /** Between two writes: whoever logs meanwhile need not wake the writer. */
    private static final Duration PAUSE = Duration.ofMillis(2);

    private static final byte[] END = {};

    private final PrintStream before;
    private final LogFormat format;
    private final OutputStream target;
    private final LinkedBlockingQueue<byte[]> lines = new LinkedBlockingQueue<>();
    private final Semaphore freeBytes = new Semaphore(MAX_BYTES);
    private final AtomicLong dropped = new AtomicLong();
    private final CountDownLatch written = new CountDownLatch(1);

    /** A queue in front of a target that may block. */
    LogQueue(PrintStream before, OutputStream target, LogFormat format) {
        this.before = before;
        this.format = format;
        this.target = target;
        Thread writer = new Thread(this::write, "log writer");
        writer.setDaemon(true);
        writer.start();
    }

    /** Puts a queue in front of {@link System#err}, where slf4j-simple writes to, until it is closed. */
    public static LogQueue beforeStandardError(LogFormat format) {
        PrintStream standardError = System.err;
        LogQueue queue = new LogQueue(standardError, standardError, format);
        System.setErr(queue.stream());
        return queue;
    }

    /** How many lines were dropped since the start. */
    public long dropped() {
        return dropped.get();
    }

    /** What logs into this queue; never blocks. */
    PrintStream stream() {
        OutputStream lines = switch (format) {
            case TEXT -> new LineSplitter(this::offer);
            case JSON -> new JsonLines(this::offer);
        };
        return new PrintStream(lines, false, UTF_8);
    }

    private void offer(byte[] line) {
        if (!freeBytes.tryAcquire(line.length)) {
            dropped.incrementAndGet();
            return;
        }
        lines.add(line);
    }

    /** All that wait are written at once: a call of the system for each line would be a good part of what a refusal costs. */
    private void write() {
        long told = 0;
        try {
            boolean open = true;
            while (open) {
                List<byte[]> waiting = new ArrayList<>(List.of(lines.take()));
                lines.drainTo(waiting);
                open = !waiting.removeIf(LogQueue::isEnd);
                byte[] text = joined(waiting);
                writeToTarget(text);
                freeBytes.release(text.length);
                told = tellOfDropped(told);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException | IOException nobodyReadsAnyMore) {
            Thread.currentThread().interrupt();
        } finally {
            written.countDown();
        }
    }

    @SuppressWarnings("ReferenceEquality") // compared by identity, because a line may be empty too
    private static boolean isEnd(byte[] line) {
        return line == END;
    }

    private static byte[] joined(List<byte[]> lines) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        lines.forEach(text::writeBytes);
        return text.toByteArray();
    }

    private long tellOfDropped(long told) throws IOException {
        long now = dropped.get();
        if (now > told) {
            String sentence = "log: " + (now - told) + " lines were dropped, because standard error was not read";
            String line = format == LogFormat.JSON
                    ? Json.of(Map.of("level", "WARN", "logger", "LogQueue", "message", sentence))
                    : sentence;
            writeToTarget((line + "\n").getBytes(UTF_8));
        }
        return now;
    }

    private void writeToTarget(byte[] line) throws IOException {
        target.write(line);
        target.flush();
    }

    /** Gives standard error back and waits for what is queued to be written, two seconds at most. */
    @Override
    public void close() {
        System.setErr(before);
        lines.add(END);
        try {
            if (!written.await(PATIENCE_ON_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                dropped.addAndGet(lines.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

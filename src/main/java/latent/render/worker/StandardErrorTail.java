package latent.render.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Drains a worker's standard error and keeps its end. Undrained it would stop the worker for good: a 57-byte PNG made libvips print 90 KB
 * into a pipe that holds 64.
 */
final class StandardErrorTail {
    private static final int KEPT_BYTES = 2_000;

    private static final Duration END = Duration.ofSeconds(1);

    private final StringBuilder end = new StringBuilder();
    private final Thread reader;

    StandardErrorTail(InputStream standardError) {
        reader = Thread.ofPlatform().daemon().name("render-worker-stderr").start(() -> drain(standardError));
    }

    private void drain(InputStream standardError) {
        byte[] chunk = new byte[KEPT_BYTES];
        try (standardError) {
            int read = standardError.read(chunk);
            while (read >= 0) {
                keep(new String(chunk, 0, read, StandardCharsets.US_ASCII));
                read = standardError.read(chunk);
            }
        } catch (IOException closed) {
            keep("");
        }
    }

    private synchronized void keep(String text) {
        end.append(text);
        end.delete(0, Math.max(0, end.length() - KEPT_BYTES));
    }

    /** Waits a moment until all is read of a worker that has ended. */
    void awaitEnd() throws InterruptedException {
        reader.join(END);
    }

    /** Whether the kept end contains a text. */
    synchronized boolean contain(String text) {
        return end.indexOf(text) >= 0;
    }

    /** The kept end, to be appended to a log message; control characters become spaces, so that it stays one line. */
    synchronized String quoted() {
        return end.isEmpty()
                ? "."
                : ", saying: " + end.toString().replaceAll("\\p{Cntrl}+", " ").strip();
    }
}

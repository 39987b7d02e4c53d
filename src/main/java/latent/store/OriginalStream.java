package latent.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import latent.digest.Digest;

/**
 * One version of an original, of which the first bytes have been read and the others are still on their way: one request, whether it turns out
 * to be of use or not. Whoever opens it closes it; what has not been read by then is not read. Used by one thread at a time, but {@link #close} by any.
 */
public final class OriginalStream implements AutoCloseable {
    /** Silence ends the connection sooner; this is for one that sends byte by byte. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Original original;
    private final boolean eTagIsMd5;
    private final InputStream rest;
    private final Runnable abort;
    private final Supplier<Optional<byte[]>> again;
    private volatile boolean closed;

    /**
     * A stream.
     *
     * @param eTagIsMd5 whether the ETag is the MD5 of the bytes
     * @param rest      what follows the head
     * @param abort     ends the request
     * @param again     reads the whole of the same version by another request
     */
    public OriginalStream(
            Original original, boolean eTagIsMd5, InputStream rest, Runnable abort, Supplier<Optional<byte[]>> again) {
        this.original = original;
        this.eTagIsMd5 = eTagIsMd5;
        this.rest = rest;
        this.abort = abort;
        this.again = again;
    }

    /** What is known of it, with its first bytes. */
    public Original original() {
        return original;
    }

    /**
     * All of it, by this request if it still goes on, or by another one for the same version: after a {@link #close}, or where it broke off or brought other
     * bytes than its ETag says.
     *
     * @return empty when it had to be asked for again and has been replaced or removed since
     */
    public Optional<byte[]> readAll() {
        if (original.whole()) {
            return Optional.of(original.head());
        }
        if (closed) {
            return again.get();
        }
        try {
            return Optional.of(readOn());
        } catch (IOException | RuntimeException broken) {
            if (closed) {
                throw new IllegalStateException("closed while it was read: " + original.key(), broken);
            }
            close();
            return again.get();
        }
    }

    private byte[] readOn() throws IOException {
        byte[] bytes = Arrays.copyOf(original.head(), Math.toIntExact(original.bytes()));
        MessageDigest md5 = Digest.md5();
        md5.update(original.head());
        long start = System.nanoTime();
        for (int at = original.head().length; at < bytes.length; ) {
            int read = rest.read(bytes, at, bytes.length - at);
            if (read < 0 || System.nanoTime() - start > LONGEST.toNanos()) {
                throw new IOException("The answer broke off.");
            }
            md5.update(bytes, at, read);
            at += read;
        }
        // the SDK compares its own checksum when it sees the end, and the connection is free for others
        if (rest.read() >= 0 || (eTagIsMd5 && !Digest.quotedMd5(md5).equals(original.eTag()))) {
            throw new IOException("The bytes that were sent differ from what was announced.");
        }
        rest.close();
        closed = true;
        return bytes;
    }

    /** Ends the request. */
    @Override
    public void close() {
        if (!closed && !original.whole()) {
            closed = true;
            abort.run();
        }
    }
}

package latent.render.worker;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Optional;
import java.util.OptionalInt;

/** The {@link SharedMemory} of a worker, as the processor sees it. Nothing may be put there, or taken away, while the worker renders. */
final class SharedMemoryWriter implements AutoCloseable {
    /** Of a worker that has no inbox. */
    static final SharedMemoryWriter NONE = new SharedMemoryWriter(Optional.empty());

    private final Optional<RandomAccessFile> inbox;

    private SharedMemoryWriter(Optional<RandomAccessFile> inbox) {
        this.inbox = inbox;
    }

    /** Opens the inbox of a worker that is ready; without one, or when the system forbids it, originals go through the pipe. */
    static SharedMemoryWriter of(long pid, OptionalInt descriptor) {
        if (descriptor.isEmpty()) {
            return NONE;
        }
        try {
            String file = "/proc/" + pid + "/fd/" + descriptor.getAsInt();
            return new SharedMemoryWriter(Optional.of(new RandomAccessFile(file, "rw")));
        } catch (IOException forbidden) {
            return NONE;
        }
    }

    /** Writes an original into it; false when it does not fit and has to go through the pipe. */
    boolean put(byte[] original) throws IOException {
        if (inbox.isEmpty() || original.length > SharedMemory.BYTES) {
            return false;
        }
        inbox.get().seek(0);
        inbox.get().write(original);
        return true;
    }

    /** What the worker has laid down in it in the place of the original. */
    byte[] take(int bytes) throws IOException {
        byte[] taken = new byte[bytes];
        RandomAccessFile file = inbox.orElseThrow(() -> new IOException("a render worker without shared memory"));
        file.seek(0);
        file.readFully(taken);
        return taken;
    }

    /** Gives the memory back. */
    void empty() throws IOException {
        if (inbox.isPresent()) {
            inbox.get().setLength(0);
            inbox.get().setLength(SharedMemory.BYTES);
        }
    }

    @Override
    public void close() throws IOException {
        if (inbox.isPresent()) {
            inbox.get().close();
        }
    }
}

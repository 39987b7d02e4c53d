package latent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Resources to be closed in the reverse order of opening: at the end, or when a later step of a start fails. */
final class Closer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closer.class);

    /** Something to close, without a checked exception. */
    interface Closing {
        void close();
    }

    private final Deque<Closing> opened = new ArrayDeque<>();

    /** Runs a start that opens resources. When it throws, all that it has opened is closed, and its exception is thrown on. */
    static <T> T opening(Function<Closer, T> start) {
        Closer opened = new Closer();
        try {
            return start.apply(opened);
        } catch (RuntimeException | Error failure) {
            opened.close();
            throw failure;
        }
    }

    /** Adds a resource, which is closed before those that were added earlier. */
    void add(Closing resource) {
        opened.push(resource);
    }

    /** Closes everything; one that cannot be closed does not keep the others open. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (RuntimeException e) {
                LOG.warn("could not be closed", e);
            }
        }
    }
}

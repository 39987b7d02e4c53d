package latent.local.topology;

import java.net.URI;

/** What the harness wants of a processor: where it is, and what it did. */
public interface Processor extends AutoCloseable {
    URI url();

    /** Pictures rendered since the start. */
    int transformations();

    /** Requests that reached it since the start. */
    int requests();

    /** Waits until all that was rendered is stored. */
    void settle();

    @Override
    void close();
}

package latent.admission;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Limits concurrent look-ups of stored renditions by clients that have no tokens left. Each client has a part of the permits and a bounded queue,
 * long enough for the pictures of a page. Thread-safe; first come, first served.
 */
public final class LookUpPermits {
    private final Semaphore all;
    private final Semaphore queues;
    private final int ofOneClient;
    private final int waitingOfOneClient;
    private final Duration patience;
    private final ConcurrentMap<Client, Queue> clients = new ConcurrentHashMap<>();

    /**
     * Makes the permits.
     *
     * @param all                look-ups at one time
     * @param ofOneClient        of these, for one client
     * @param waitingOfOneClient look-ups of one client that may wait or run; the next gets none
     * @param waiting            look-ups of all clients that may wait or run
     * @param patience           longest wait for a turn of the client, and then again for one of all clients
     */
    public LookUpPermits(int all, int ofOneClient, int waitingOfOneClient, int waiting, Duration patience) {
        this.all = new Semaphore(all, true);
        this.queues = new Semaphore(waiting);
        this.ofOneClient = ofOneClient;
        this.waitingOfOneClient = waitingOfOneClient;
        this.patience = patience;
    }

    /** A permit for one look-up, for the caller to close; empty when too many wait already, or the wait was too long. */
    public Optional<Permit> acquire(Client client) {
        if (!queues.tryAcquire()) {
            return Optional.empty();
        }
        Optional<Permit> permit = Optional.empty();
        try {
            permit = join(client).flatMap(queue -> turn(client, queue));
            return permit;
        } finally {
            if (permit.isEmpty()) {
                queues.release();
            }
        }
    }

    /** Number of clients that have look-ups running or waiting now. */
    int clients() {
        return clients.size();
    }

    private Optional<Queue> join(Client client) {
        Queue joined = clients.compute(
                client,
                (same, queue) -> (queue == null ? new Queue(new Semaphore(ofOneClient, true), 0) : queue).plus(1));
        if (joined.length() > waitingOfOneClient) {
            leave(client);
            return Optional.empty();
        }
        return Optional.of(joined);
    }

    private Optional<Permit> turn(Client client, Queue queue) {
        boolean served = false;
        boolean ours = false;
        try {
            ours = queue.turns().tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            served = ours && all.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            return served ? Optional.of(new Permit(client, queue)) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (!served) {
                if (ours) {
                    queue.turns().release();
                }
                leave(client);
            }
        }
    }

    private void leave(Client client) {
        clients.computeIfPresent(client, (same, queue) -> queue.length() > 1 ? queue.plus(-1) : none());
    }

    /** The value by which {@link java.util.concurrent.ConcurrentHashMap#computeIfPresent} removes an entry. */
    private static @Nullable Queue none() {
        return null;
    }

    /** One client's look-ups: those that run, and those that wait. */
    private record Queue(Semaphore turns, int length) {
        Queue plus(int more) {
            return new Queue(turns, length + more);
        }
    }

    /** A permit for one look-up. */
    public final class Permit implements AutoCloseable {
        private final Client client;
        private final Queue queue;

        private Permit(Client client, Queue queue) {
            this.client = client;
            this.queue = queue;
        }

        @Override
        public void close() {
            all.release();
            queue.turns().release();
            leave(client);
            queues.release();
        }
    }
}

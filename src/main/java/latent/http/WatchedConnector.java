package latent.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import latent.time.AwakeClock;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Accepts connections, limits their number, and closes those that are too slow. Jetty's own {@code MinimumDataRateHandler} does not see the header of
 * a request, and sees a write of one buffer only by its total length. Its {@code NetworkConnectionLimit} stops accepting, and then the health page
 * does not answer either.
 */
final class WatchedConnector extends ServerConnector {
    /** With a larger buffer the kernel takes megabytes at once, and a slow reader looks like one that reads nothing. */
    private static final int SEND_BUFFER_BYTES = 128 << 10;
    /** Connections above the limit, for the health page and for refusals. */
    private static final int RESERVE = 64;

    private static final Duration EVERY_SECOND = Duration.ofSeconds(1);

    private final ConnectionLimits limits;
    private final Set<Watched> open = ConcurrentHashMap.newKeySet();
    private final AwakeClock awake = new AwakeClock(EVERY_SECOND, System::nanoTime);

    WatchedConnector(Server server, HttpConfiguration http, ConnectionLimits limits) {
        super(server, new HttpConnectionFactory(http));
        this.limits = limits;
        setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
    }

    /** The pace of the connection of a request. */
    static ConnectionPace paceOf(Request request) {
        if (request.getConnectionMetaData().getConnection().getEndPoint() instanceof Watched watched) {
            return watched.pace;
        }
        throw new IllegalStateException("a request by a connector that is not watched");
    }

    int openConnections() {
        return open.size();
    }

    /** Whether more connections are open than allowed; all of them have a request that is being answered. */
    boolean full() {
        return open.size() > limits.most();
    }

    /** Closes the connections that are too slow. To be called about once a second. */
    void cutSlow() {
        open.stream().filter(connection -> connection.pace.tooSlow()).forEach(Watched::cut);
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key)
            throws IOException {
        Watched connection = new Watched(channel, selector, key, getScheduler());
        connection.setIdleTimeout(getIdleTimeout());
        enter(connection);
        return connection;
    }

    /** Several selectors accept at one time; one by one they see how many there are. */
    private synchronized void enter(Watched connection) throws IOException {
        while (open.size() >= limits.most() && makeRoom()) {
            // until there is room, or no idle connection is left to close
        }
        if (open.size() >= limits.most() + RESERVE) {
            throw new IOException("too many connections");
        }
        open.add(connection);
    }

    /** Closes the connection that has sent no request for the longest time; false when all are being answered. */
    private boolean makeRoom() {
        Optional<Watched> longest = open.stream()
                .filter(connection -> !connection.pace.answering())
                .max(Comparator.comparingLong(connection -> connection.pace.waitingNanos()));
        longest.ifPresent(Watched::cut);
        return longest.isPresent();
    }

    /** A connection that reports what is read and written to its {@link ConnectionPace}. */
    private final class Watched extends SocketChannelEndPoint {
        private final ConnectionPace pace = new ConnectionPace(limits, awake::nanoTime);
        private volatile long activeNanos = awake.nanoTime();

        Watched(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
            super(channel, selector, key, scheduler);
        }

        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            int bytes = super.fill(buffer);
            if (bytes > 0) {
                activeNanos = awake.nanoTime();
                pace.read();
            }
            return bytes;
        }

        @Override
        public boolean flush(ByteBuffer... buffers) throws IOException {
            long before = remaining(buffers);
            boolean all = super.flush(buffers);
            activeNanos = awake.nanoTime();
            pace.wrote(before - remaining(buffers), all);
            return all;
        }

        /** Time in which the process was stopped does not count: else the answer that was under way then would be cut off. */
        @Override
        protected void onIdleExpired(TimeoutException timeout) {
            awake.tick();
            long idle = awake.nanoTime() - activeNanos;
            if (idle >= TimeUnit.MILLISECONDS.toNanos(getIdleTimeout())) {
                super.onIdleExpired(timeout);
            }
        }

        void cut() {
            open.remove(this);
            close(new TimeoutException("slower than it may be"));
        }

        @Override
        public void onClose(Throwable cause) {
            open.remove(this);
            super.onClose(cause);
        }

        private static long remaining(ByteBuffer... buffers) {
            long bytes = 0;
            for (ByteBuffer buffer : buffers) {
                bytes += buffer.remaining();
            }
            return bytes;
        }
    }

    /** From now on, closes slow connections and runs {@code also} once a second. */
    void everySecond(Runnable also) {
        getScheduler()
                .schedule(
                        () -> {
                            awake.tick();
                            cutSlow();
                            also.run();
                            if (isRunning()) {
                                everySecond(also);
                            }
                        },
                        EVERY_SECOND.toSeconds(),
                        TimeUnit.SECONDS);
    }
}

package latent.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;

/**
 * Carries connections to a server, until it is told to forget those that are open: from then on it drops what is sent through them and tells neither
 * side, as a NAT gateway does with connections that were idle for minutes.
 */
@NullMarked
public final class ForgetfulRelay implements AutoCloseable {
    private final URI server;
    private final ServerSocket listening;
    private final Set<Pair> open = ConcurrentHashMap.newKeySet();

    /** Bytes that were sent into connections after they were forgotten. */
    public final AtomicInteger swallowed = new AtomicInteger();

    public ForgetfulRelay(URI server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::accept);
    }

    public URI url() {
        return URI.create("http://localhost:" + listening.getLocalPort());
    }

    /** Forgets all that are open now. */
    public void forget() {
        open.forEach(pair -> pair.forgotten = true);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket near = listening.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
                Pair pair = new Pair(near, far);
                open.add(pair);
                Thread.ofVirtual().start(() -> pair.carry(near, far));
                Thread.ofVirtual().start(() -> pair.carry(far, near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        open.forEach(Pair::close);
    }

    /** A connection of a client, and the one to the server that it is relayed to. */
    private final class Pair {
        private final Socket near;
        private final Socket far;
        private volatile boolean forgotten;

        Pair(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        private void carry(Socket from, Socket to) {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] buffer = new byte[1 << 16];
                for (int bytes = in.read(buffer); bytes >= 0; bytes = in.read(buffer)) {
                    if (forgotten) {
                        swallowed.addAndGet(bytes);
                    } else {
                        out.write(buffer, 0, bytes);
                    }
                }
            } catch (IOException broken) {
                // either side has closed
            }
            if (!forgotten) {
                close();
            }
        }

        private void close() {
            open.remove(this);
            try (near;
                    far) {
                near.shutdownInput();
            } catch (IOException alreadyClosed) {
                // closed already
            }
        }
    }
}

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Before an S3 server: passes bytes on, counts requests by method, and lets each request wait as long as a network and S3 take. */
final class DelayingProxy implements AutoCloseable {
    private static final int LARGEST_PIECE = 64 << 10;

    private final ServerSocket listening = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    private final int target;
    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private volatile long delayMillis;

    DelayingProxy(URI server) throws IOException {
        this.target = server.getPort();
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "http://localhost:" + listening.getLocalPort();
    }

    /** How long each request waits from now on, in milliseconds. */
    void delay(long millis) {
        delayMillis = millis;
    }

    /** Requests since the last call, by method. */
    Map<String, Long> takeCounts() {
        Map<String, Long> counts = new TreeMap<>();
        requests.forEach((method, count) -> counts.put(method, count.sumThenReset()));
        return counts;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pump(client, server, true));
                Thread.ofVirtual().start(() -> pump(server, client, false));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pump(Socket from, Socket to, boolean questions) {
        byte[] piece = new byte[LARGEST_PIECE];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (questions && begins(piece, read) && delayMillis > 0) {
                    Thread.sleep(delayMillis);
                }
                out.write(piece, 0, read);
            }
        } catch (IOException | InterruptedException over) {
            // one side has closed; so do we
        }
    }

    /** Requests come one by one on a connection, so a piece that starts like one is one. */
    private boolean begins(byte[] piece, int length) {
        String start = new String(piece, 0, Math.min(length, 8), StandardCharsets.US_ASCII);
        int space = start.indexOf(' ');
        boolean request = space > 2 && start.startsWith(" /", space) && start.substring(0, space).chars().allMatch(Character::isUpperCase);
        if (request) {
            requests.computeIfAbsent(start.substring(0, space), method -> new LongAdder()).increment();
        }
        return request;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}

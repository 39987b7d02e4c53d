package latent.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/** A host that answers byte by byte as a test says, one request a connection. */
@NullMarked
public final class RawHost implements AutoCloseable {
    /** What is answered to a request, of which the head is given as it came. */
    @FunctionalInterface
    public interface Script {
        void answer(String head, OutputStream out) throws Exception;
    }

    private final ServerSocket server;
    private final Script script;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Consumer<Socket> onConnection = socket -> {};

    /** A host at a free port of 127.0.0.1. */
    public RawHost(Script script) throws IOException {
        this(new ServerSocket(0, 100, InetAddress.ofLiteral("127.0.0.1")), script);
    }

    /** A host at a socket of its own, which is closed with it. */
    public RawHost(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The heads of all requests so far. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** Told of each connection when its request has come. */
    public void onConnection(Consumer<Socket> listener) {
        onConnection = listener;
    }

    /** How many connections are open now. */
    public int connections() {
        return open.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = head(socket.getInputStream());
            heads.add(head);
            onConnection.accept(socket);
            script.answer(head, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (Exception visitorLeft) {
            // that is what some tests are about
        } finally {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    /** Writes a head of these lines, and a body. */
    public static void write(OutputStream out, byte[] body, String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
        out.write(body);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}

package latent.local.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP/1.1 server on loopback, one virtual thread for each request and a bound on how many are answered at once.
 *
 * <p>The JDK's server parses the request target as a URI, so that {@code //evil.com/x} has a host and {@code /x} for a path. Its text is
 * untouched all the same, and the text is all we read. A target that is no URI ({@code %zz}, a bare {@code |}) is answered 400 by the JDK,
 * and one without any path ({@code //evil.com}) 404, before a handler sees it.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);
    private static final int ANSWERS_AT_ONCE = 256;
    private static final int CONNECTIONS_WAITING = 1024;

    static {
        sendAnswersAtOnce();
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Semaphore answering = new Semaphore(ANSWERS_AT_ONCE);
    private final Function<Request, Reply> handler;

    private LoopbackServer(HttpServer server, Function<Request, Reply> handler) {
        this.server = server;
        this.handler = handler;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    /**
     * Has every server of the JDK's in this process send an answer as soon as it is written. Else a body waits for the acknowledgement of its
     * headers, 40 ms on Linux (Nagle's algorithm), and there is no other switch. To be called before the first of them is made.
     */
    public static void sendAnswersAtOnce() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /**
     * Starts listening.
     *
     * @param listener what listens, for the message of a port in use
     * @param flag     the flag that chooses the port
     * @param port     0 for any that is free
     * @throws PortInUse when another program listens there
     */
    public static LoopbackServer start(String listener, String flag, int port, Function<Request, Reply> handler) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var started = new LoopbackServer(HttpServer.create(address, CONNECTIONS_WAITING), handler);
            started.server.setExecutor(started.threads);
            started.server.createContext("/", started::answer);
            started.server.start();
            return started;
        } catch (BindException e) {
            throw new PortInUse(port, listener, flag, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Where it listens, without a slash at the end. */
    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** Stops listening and breaks off what is being answered. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        answering.acquireUninterruptibly();
        try (exchange) {
            var request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true),
                    exchange.getRemoteAddress());
            write(exchange, request, reply(request));
        } finally {
            answering.release();
        }
    }

    private Reply reply(Request request) {
        try {
            return handler.apply(request);
        } catch (RuntimeException e) {
            LOG.error("{} {}", request.method(), request.target(), e);
            return new Reply(500, HeaderFields.none().build(), Body.empty());
        }
    }

    private static void write(HttpExchange exchange, Request request, Reply reply) throws IOException {
        try (InputStream body = reply.body().stream()) {
            exchange.getResponseHeaders().putAll(reply.headers().map());
            long length = reply.body().length();
            boolean bodiless = request.isHead() || reply.status() == 304 || reply.status() == 204;
            if (request.isHead() && reply.status() != 304) {
                exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
            }
            // In this API 0 means chunked, and -1 means that no body follows.
            exchange.sendResponseHeaders(reply.status(), bodiless || length == 0 ? -1 : length);
            if (!bodiless && length > 0) {
                try (OutputStream out = exchange.getResponseBody()) {
                    body.transferTo(out);
                }
            }
        }
    }
}

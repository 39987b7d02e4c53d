package latent.http;

import io.javalin.util.ConcurrencyUtil;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import latent.http.ProcessorServer.Listen;
import latent.http.ProcessorServer.Reporting;
import latent.metrics.Meters;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * Jetty with the given routes. Javalin's own set-up is not used: it puts sessions and a websocket servlet before the routes, and the latter adds the
 * header {@code Sec-WebSocket-Version} to every answer (JettyServer.kt and JavalinJettyServlet.kt in Javalin 7.2.3).
 */
final class HttpServer implements AutoCloseable {
    private static final int MAX_HEADER_BYTES = 16 << 10;
    private static final int MAX_THREADS = 250;
    private static final int MIN_THREADS = 8;
    private static final Duration PATIENCE_ON_CLOSE = Duration.ofSeconds(10);

    private final Server jetty;
    private final WatchedConnector connector;

    /**
     * Opens the server.
     *
     * @param everySecond what is to be done once a second while it is open
     * @throws UncheckedIOException with a sentence that says what is wrong with the address or the port
     */
    HttpServer(
            Listen listen,
            OriginVerification edge,
            Reporting reporting,
            HttpServlet routes,
            Meters meters,
            Runnable everySecond) {
        this.jetty = new Server(ConcurrencyUtil.jettyThreadPool("http", MIN_THREADS, MAX_THREADS, true));
        this.connector = new WatchedConnector(jetty, configuration(), listen.limits());
        connector.setHost(listen.host());
        connector.setPort(listen.port());
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.setContextPath("/");
        context.addServlet(new ServletHolder(routes), "/*");
        // without both, stop() cuts off the answers that are being written
        jetty.setHandler(new RequestGate(new GracefulHandler(context), edge, connector, reporting.help(), meters));
        jetty.setStopTimeout(PATIENCE_ON_CLOSE.toMillis());
        jetty.setErrorHandler(new MalformedRequestHandler(edge, reporting.help(), meters));
        jetty.setRequestLog(new RequestLog(meters, edge, reporting.log()));
        meters.watch("latent.connections", "Connections of visitors that are open.", connector::openConnections);
        start(listen);
        connector.everySecond(everySecond);
    }

    int port() {
        return connector.getLocalPort();
    }

    private void start(Listen listen) {
        try {
            InetAddress address = InetAddress.getByName(listen.host());
            jetty.start();
            if (!jetty.isStarted()) {
                throw new IOException("the HTTP server did not start on " + address);
            }
        } catch (Exception e) {
            close();
            throw new UncheckedIOException(sentence(listen, e), new IOException(e));
        }
    }

    private static String sentence(Listen listen, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "http.host=" + listen.host()
                        + " is no address of this machine: set it to one, or to 0.0.0.0 for all";
            }
            if (cause instanceof BindException) {
                return bindSentence(listen, String.valueOf(cause.getMessage()));
            }
        }
        return "the processor cannot listen on " + listen.host() + ":" + listen.port() + ": " + failure.getMessage();
    }

    private static String bindSentence(Listen listen, String message) {
        if (message.contains("already in use")) {
            return "port " + listen.port() + " is in use, so the processor cannot start: choose another with --set"
                    + " http.port=..., or --processor-port in the demo";
        }
        if (message.contains("Permission denied")) {
            return "port " + listen.port() + " needs rights that this user does not have: choose one above 1023";
        }
        return "http.host=" + listen.host() + " is no address of this machine: set it to one, or to 0.0.0.0 for all ("
                + message + ")";
    }

    /**
     * Javalin lets any URI through; a path that means two things to two servers must not get as far as our grammar. An escaped per cent sign means one
     * thing, because we decode once, and the grammar says where keys may hold it.
     */
    static final UriCompliance URIS =
            UriCompliance.DEFAULT.with("KEYS", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setUriCompliance(URIS);
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        return http;
    }

    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server cannot be stopped", e);
        }
    }
}

package latent.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import latent.key.KeyGrammar;
import latent.key.Ladder;
import latent.lazy.RenditionMaker;
import latent.metrics.Meters;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processor's HTTP server. Its own pages live under {@code /-/}, where no key can be; everything else is a rendition key. */
public final class FrontDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    static final String OWN_PAGES = "/-/";

    private static final int MAX_HEADER_BYTES = 16 << 10;
    private static final Duration PATIENCE_ON_CLOSE = Duration.ofSeconds(10);

    private final Javalin server;
    private volatile boolean open = true;

    /**
     * Opens the door.
     *
     * @param engine name of the engine, for the health page
     */
    public FrontDoor(
            Listen listen,
            Edge edge,
            KeyGrammar grammar,
            Ladder ladder,
            RenditionMaker maker,
            Meters meters,
            String engine) {
        RenditionHandler renditions = new RenditionHandler(edge, grammar, ladder, maker, meters);
        RequestLog log = new RequestLog(meters);
        this.server = start(listen, config -> {
            configure(config, listen);
            config.routes.get(
                    OWN_PAGES + "health",
                    context -> Answers.text(context, 200, "text/plain", "ok, engine " + engine + "\n"));
            config.routes.get(OWN_PAGES + "ready", context -> readiness(context, open));
            config.routes.get(
                    OWN_PAGES + "metrics",
                    context -> Answers.text(context, 200, "text/plain; version=0.0.4", meters.scrape()));
            config.routes.get("/*", renditions);
            config.routes.head("/*", renditions);
            // other methods, and GETs that Javalin takes for another by the header X-HTTP-Method-Override: the handler
            // tells them apart
            config.routes.exception(HttpResponseException.class, (noRoute, context) -> renditions.handle(context));
            config.routes.before(FrontDoor::guardHeaders);
            config.routes.exception(Exception.class, (fault, context) -> {
                LOG.error("fault while answering", fault);
                Answers.fault(context);
            });
            config.requestLogger.http((context, millis) -> log.answered(context, millis));
        });
    }

    private static Javalin start(Listen listen, Consumer<JavalinConfig> config) {
        try {
            return Javalin.start(config);
        } catch (JavalinBindException e) {
            throw new UncheckedIOException(
                    "port " + listen.port()
                            + " is in use, so the processor cannot start: choose another with --set http.port=...,"
                            + " or --processor-port in the demo",
                    new IOException(e));
        }
    }

    /** Where the door is. */
    public record Listen(String host, int port) {}

    /** The port, also when any free one was asked for. */
    public int port() {
        return server.port();
    }

    /** Says not ready, lets the requests in hand finish, and closes. */
    @Override
    public void close() {
        open = false;
        server.stop();
    }

    private static void configure(JavalinConfig config, Listen listen) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.host = listen.host();
        config.jetty.port = listen.port();
        config.jetty.modifyHttpConfiguration(FrontDoor::harden);
        config.jetty.modifyServer(jetty -> {
            jetty.setErrorHandler(new BadMessages());
            // without both, stop() cuts off the answers that are being written
            jetty.setHandler(new GracefulHandler());
            jetty.setStopTimeout(PATIENCE_ON_CLOSE.toMillis());
        });
    }

    /** Javalin lets any URI through (it sets LEGACY); a path that means two things to two servers must not get as far as our grammar. */
    private static void harden(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
    }

    private static void guardHeaders(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private static void readiness(Context context, boolean ready) {
        Answers.text(context, ready ? 200 : 503, "text/plain", ready ? "ready\n" : "not ready\n");
    }
}

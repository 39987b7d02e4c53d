package latent.http;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.servlet.JavalinServlet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import latent.key.KeyGrammar;
import latent.key.Ladder;
import latent.lazy.RenditionService;
import latent.logging.FaultLog;
import latent.logging.LogFormat;
import latent.metrics.Meters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of the processor. Its own pages are under {@code /-/}, where no key can be; every other path is a rendition key. */
public final class ProcessorServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessorServer.class);
    static final String OWN_PAGES = "/-/";

    private static final List<String> CLOSING = List.of("stopping");

    private final FaultLog faults;
    private final HttpServer server;
    private volatile boolean open = true;

    /**
     * Starts the server.
     *
     * @param fallbacks answers in place of refusals
     * @param engine    name of the engine, for the health page
     * @param problems  why no rendition could be made just now, for the readiness page; it is told to nobody else
     * @param purge     what {@code POST /-/purge} does; empty where nobody may
     */
    public ProcessorServer(
            Listen listen,
            OriginVerification edge,
            Reporting reporting,
            KeyGrammar grammar,
            Ladder ladder,
            RenditionService maker,
            FallbackAnswers fallbacks,
            Meters meters,
            String engine,
            Supplier<List<String>> problems,
            Optional<PurgeHandler> purge) {
        this.faults = new FaultLog(LOG);
        RenditionHandler renditions = new RenditionHandler(edge, grammar, ladder, maker, fallbacks, meters);
        Javalin routes = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.routes.get(
                    OWN_PAGES + "health",
                    context -> Answers.text(context, 200, "text/plain", "ok, engine " + engine + "\n"));
            config.routes.get(OWN_PAGES + "ready", context -> readiness(context, open ? problems.get() : CLOSING));
            config.routes.get(
                    OWN_PAGES + "metrics",
                    context -> Answers.text(context, 200, "text/plain; version=0.0.4", meters.scrape()));
            purge.ifPresent(handler -> config.routes.post(OWN_PAGES + "purge", handler));
            config.routes.get(
                    HelpLink.OWN_PAGE,
                    context -> Answers.text(context, 200, "text/html; charset=utf-8", HelpPage.html()));
            config.routes.get(ExplainHandler.PAGE + "*", new ExplainHandler(grammar, ladder, maker, reporting.help()));
            config.routes.get("/*", renditions);
            config.routes.head("/*", renditions);
            // other methods, and GETs that Javalin takes for another by the header X-HTTP-Method-Override: the handler
            // tells them apart
            config.routes.exception(HttpResponseException.class, (noRoute, context) -> renditions.handle(context));
            config.routes.exception(Exception.class, (fault, context) -> {
                faults.add(fault);
                RequestNotes.of(context.req()).failed(FaultKinds.of(fault), fault.toString());
                // what has begun is cut off: Jetty closes a connection on which less than the announced length was
                // written
                if (!context.res().isCommitted()) {
                    Answers.fault(context);
                }
            });
        });
        this.server =
                new HttpServer(listen, edge, reporting, new JavalinServlet(routes.unsafe), meters, faults::report);
    }

    /** How requests are reported: in the log, and in the link to help of a refusal. */
    public record Reporting(LogFormat log, HelpLink help) {}

    /** Where the server listens. */
    public record Listen(String host, int port, ConnectionLimits limits) {}

    /** The port; also when it was chosen by the system. */
    public int port() {
        return server.port();
    }

    /** Becomes not ready, lets running requests finish, and closes. */
    @Override
    public void close() {
        open = false;
        server.close();
        faults.report();
    }

    private static void readiness(Context context, List<String> problems) {
        boolean ready = problems.isEmpty();
        Answers.text(
                context,
                ready ? 200 : 503,
                "text/plain",
                ready ? "ready\n" : "not ready: " + String.join("; ", problems) + "\n");
    }
}

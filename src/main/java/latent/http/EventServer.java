package latent.http;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.servlet.JavalinServlet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import latent.http.ProcessorServer.Listen;
import latent.http.ProcessorServer.Reporting;
import latent.logging.FaultLog;
import latent.metrics.Meters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server of a warm worker on AWS Lambda, for the Lambda Web Adapter: a readiness page, and the path to which the adapter posts events. An
 * answer other than 200 fails the invocation (the adapter's {@code AWS_LWA_ERROR_STATUS_CODES}), and Lambda then delivers the whole event again.
 *
 * @see <a href="https://awslabs.github.io/aws-lambda-web-adapter/features/non-http-events.html">events that are no requests</a>
 */
public final class EventServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventServer.class);
    private static final String EVENTS = "/events";
    private static final String CONTEXT = "x-amzn-lambda-context";

    /** Lambda hands over 6 MB at most. */
    private static final long MOST_BYTES = 7L << 20;

    private final FaultLog faults = new FaultLog(LOG);
    private final HttpServer server;

    /**
     * @param work takes an event and the context of its invocation, and returns JSON; throws {@link IllegalArgumentException} for what is no event
     */
    public EventServer(
            Listen listen,
            Reporting reporting,
            Meters meters,
            String engine,
            BiFunction<String, Optional<String>, String> work) {
        Javalin routes = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.http.maxRequestSize = MOST_BYTES;
            config.routes.get(
                    ProcessorServer.OWN_PAGES + "health",
                    context -> Answers.text(context, 200, "text/plain", "ok, engine " + engine + "\n"));
            config.routes.post(EVENTS, context -> answer(context, work));
            config.routes.exception(
                    IllegalArgumentException.class,
                    (noEvent, context) -> Answers.text(context, 400, "text/plain", noEvent.getMessage() + "\n"));
            config.routes.exception(Exception.class, (fault, context) -> {
                faults.add(fault);
                RequestNotes.of(context.req()).failed(FaultKinds.of(fault), fault.toString());
                Answers.fault(context);
            });
        });
        OriginVerification nobody = new OriginVerification(List.of());
        this.server =
                new HttpServer(listen, nobody, reporting, new JavalinServlet(routes.unsafe), meters, faults::report);
    }

    private static void answer(Context context, BiFunction<String, Optional<String>, String> work) {
        String answer = work.apply(context.body(), Optional.ofNullable(context.header(CONTEXT)));
        Answers.text(context, 200, "application/json", answer);
    }

    public int port() {
        return server.port();
    }

    /** Lets the running event finish, and closes. */
    @Override
    public void close() {
        server.close();
        faults.report();
    }
}

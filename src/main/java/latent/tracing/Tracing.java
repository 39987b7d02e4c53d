package latent.tracing;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where requests, the stages of their work, and what follows from them are traced to. Thread-safe. */
public interface Tracing extends AutoCloseable {
    /** Traces nothing. */
    Tracing OFF = new NoTracing();

    /**
     * Traces as the standard environment variables of OpenTelemetry say; where none of them names an exporter or an endpoint, nothing is traced, and nothing of
     * OpenTelemetry is loaded.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong with their values
     * @see <a href="https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/">the variables</a>
     */
    static Tracing of(Map<String, String> environment) {
        return TracingVariables.ask(environment) ? OpenTelemetryTracing.start(environment) : OFF;
    }

    /**
     * Begins the trace of a request, or goes on with the one that its header {@code traceparent} names. It ends by {@link RequestTrace#end}.
     *
     * @param header the value of a header, by its name
     */
    RequestTrace begin(String method, Function<String, Optional<String>> header);

    /** Does a part of the work of the request that is this thread's, as a span of its trace. */
    <T> T within(String name, Supplier<T> work);

    /** The request that is this thread's, for work that follows from it. */
    TraceLink here();

    /**
     * Does what follows from a request and may last longer: a trace of its own, with a link to that of the request.
     *
     * @param rendition key of what it is about
     */
    <T> T follow(TraceLink from, String name, String rendition, Supplier<T> work);

    /** Sends what has not been sent yet, for some seconds at most. */
    @Override
    void close();
}

package latent.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import latent.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Traces by OpenTelemetry's own library, which samples, keeps a bounded queue of spans, sends them in the background, and drops what it has no room for.
 * Names of attributes are those of its conventions for HTTP, and ours begin with {@code latent.}. Thread-safe.
 */
final class OpenTelemetryTracing implements Tracing {
    private static final int PATIENCE_ON_CLOSE_SECONDS = 3;
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "QUERY");

    private final OpenTelemetrySdk library;
    private final Tracer tracer;

    private OpenTelemetryTracing(OpenTelemetrySdk library) {
        this.library = library;
        this.tracer = library.getTracerProvider().get("latent");
    }

    static Tracing start(Map<String, String> environment) {
        logWithTheRest();
        try {
            return new OpenTelemetryTracing(AutoConfiguredOpenTelemetrySdk.builder()
                    .disableShutdownHook()
                    .addPropertiesCustomizer(ignored -> TracingVariables.properties(environment))
                    .build()
                    .getOpenTelemetrySdk());
        } catch (ConfigurationException | IllegalArgumentException | IllegalStateException bad) {
            throw new IllegalArgumentException(
                    "The environment variables OTEL_... cannot be used: " + bad.getMessage()
                            + ". Traces are sent by OTEL_TRACES_EXPORTER=otlp and OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf.",
                    bad);
        }
    }

    /** It logs by the JDK's own means, which would write lines of another form. */
    private static void logWithTheRest() {
        java.util.logging.Logger theirs = java.util.logging.Logger.getLogger("io.opentelemetry");
        theirs.setUseParentHandlers(false);
        if (theirs.getHandlers().length == 0) {
            theirs.addHandler(new SLF4JBridgeHandler());
        }
    }

    @Override
    public RequestTrace begin(String method, Function<String, Optional<String>> header) {
        Context caller = library.getPropagators().getTextMapPropagator().extract(Context.root(), header, new Headers());
        String known = METHODS.contains(method) ? method : "_OTHER";
        Span span = tracer.spanBuilder(known.equals("_OTHER") ? "HTTP" : known)
                .setParent(caller)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", known)
                .startSpan();
        return new OpenTelemetryRequest(span);
    }

    @Override
    public <T> T within(String name, Supplier<T> work) {
        // what belongs to no request, as the start of the program, is no trace either
        return Span.current().getSpanContext().isValid() ? run(tracer.spanBuilder(name), work) : work.get();
    }

    @Override
    public TraceLink here() {
        SpanContext request = Span.current().getSpanContext();
        return request.isValid() ? new Link(request) : TraceLink.NONE;
    }

    @Override
    public <T> T follow(TraceLink from, String name, String rendition, Supplier<T> work) {
        SpanBuilder span = tracer.spanBuilder(name)
                .setNoParent()
                .setAttribute("latent.rendition", OpenTelemetryRequest.cut(rendition));
        if (from instanceof Link link) {
            span.addLink(link.request);
        }
        return run(span, work);
    }

    private static <T> T run(SpanBuilder builder, Supplier<T> work) {
        Span span = builder.startSpan();
        try (Scope current = span.makeCurrent()) {
            return work.get();
        } catch (Refusal refusal) {
            span.setAttribute("latent.reason", refusal.reason().name());
            throw refusal;
        } catch (RuntimeException | Error failure) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute("error.type", failure.getClass().getName());
            throw failure;
        } finally {
            span.end();
        }
    }

    private record Link(SpanContext request) implements TraceLink {}

    @Override
    public void close() {
        library.shutdown().join(PATIENCE_ON_CLOSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Reads the headers that a propagator asks for. */
    private static final class Headers implements TextMapGetter<Function<String, Optional<String>>> {
        @Override
        public Iterable<String> keys(Function<String, Optional<String>> headers) {
            return List.of();
        }

        @Override
        public @Nullable String get(@Nullable Function<String, Optional<String>> headers, String name) {
            return headers == null ? null : headers.apply(name).orElse(null);
        }
    }
}

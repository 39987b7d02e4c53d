package latent.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/** A request as a span of OpenTelemetry. */
final class OpenTelemetryRequest implements RequestTrace {
    private static final int MAX_TEXT = 256;

    private final Span span;

    OpenTelemetryRequest(Span span) {
        this.span = span;
    }

    static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    @Override
    public String id() {
        return span.getSpanContext().getTraceId();
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // who asked for it closes it
    public Current current() {
        Scope scope = span.makeCurrent();
        return scope::close;
    }

    @Override
    public RequestTrace with(String name, String text) {
        if (!text.isEmpty()) {
            span.setAttribute(name, cut(text));
        }
        return this;
    }

    @Override
    public RequestTrace with(String name, long number) {
        span.setAttribute(name, number);
        return this;
    }

    @Override
    public void end(boolean fault) {
        if (fault) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}

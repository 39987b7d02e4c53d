package latent.tracing;

/** Reference to a request's span, for work that is done after its answer. */
public interface TraceLink {
    /** No request, or an untraced one. */
    TraceLink NONE = new TraceLink() {};
}

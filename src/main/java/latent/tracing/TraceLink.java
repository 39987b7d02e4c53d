package latent.tracing;

/** A request, as those can name it who do what follows from it. */
public interface TraceLink {
    /** No request, or one that is not traced. */
    TraceLink NONE = new TraceLink() {};
}

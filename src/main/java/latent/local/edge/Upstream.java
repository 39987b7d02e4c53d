package latent.local.edge;

/** Whatever an edge asks next: a cache nearer the origin, or the origin itself. Thread-safe. */
@FunctionalInterface
public interface Upstream {
    Fetched fetch(Fetch fetch);
}

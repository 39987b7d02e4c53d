package latent.local.edge;

/** What an edge or a cache asks when it has no answer: Origin Shield's cache, or the origins. Thread-safe. */
@FunctionalInterface
public interface Upstream {
    FetchedResponse fetch(OriginRequest fetch);
}

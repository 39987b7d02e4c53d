package latent.local.edge;

/** Origin Shield: one cache for all edges, before those origins that have it. */
public final class OriginShield implements Upstream {
    private final Upstream shield;
    private final Upstream origins;

    /**
     * A shield before some origins.
     *
     * @param shield  a {@link CacheLayer} over the same origins, shared by all edges
     * @param origins for behaviours whose primary origin has no shield
     */
    public OriginShield(Upstream shield, Upstream origins) {
        this.shield = shield;
        this.origins = origins;
    }

    @Override
    public FetchedResponse fetch(OriginRequest fetch) {
        return fetch.behavior().origins().primary().shielded() ? shield.fetch(fetch) : origins.fetch(fetch);
    }
}

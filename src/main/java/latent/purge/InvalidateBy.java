package latent.purge;

/** By what CloudFront finds the renditions of an original in its caches. */
public enum InvalidateBy {
    /** A wildcard path, which every distribution understands. */
    PATH,

    /** The tag that each rendition carries, which only a distribution with a {@code CacheTagConfig} has read. */
    TAG
}

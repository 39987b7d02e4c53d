package latent.purge;

/** How CloudFront finds the cached renditions of an original. */
public enum InvalidateBy {
    /** By a wildcard path. Works with every distribution. */
    PATH,

    /** The tag that each rendition carries, which only a distribution with a {@code CacheTagConfig} has read. */
    TAG
}

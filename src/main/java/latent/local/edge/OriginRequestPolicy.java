package latent.local.edge;

/**
 * What of a request is forwarded without being part of the cache key.
 *
 * @param headers the viewer's, and those that CloudFront makes, such as {@code CloudFront-Viewer-Address}
 */
public record OriginRequestPolicy(Selection headers, Selection queries, boolean cookies) {
    public static OriginRequestPolicy nothing() {
        return new OriginRequestPolicy(Selection.none(), Selection.none(), false);
    }

    public static OriginRequestPolicy headers(String... names) {
        return new OriginRequestPolicy(Selection.only(names), Selection.none(), false);
    }
}

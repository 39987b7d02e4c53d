package latent.local.topology;

import java.net.URI;

/** One answer on the way. */
record Hop(URI url, String edge, int status, String xCache, long bytes) {
    @Override
    public String toString() {
        String cached = xCache.replace(" from cloudfront", "");
        return edge + " " + status + (cached.isEmpty() ? "" : " " + cached);
    }
}

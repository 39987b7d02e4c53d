package latent.local.edge;

import java.net.http.HttpHeaders;

/** An answer, whole and in memory; {@code bytes} is not to be changed. */
@SuppressWarnings("ArrayRecordComponent") // one array is shared by all who are served the answer
public record Fetched(int status, HttpHeaders headers, byte[] bytes, Outcome outcome) {
    /** How a cache came by it. */
    public enum Outcome {
        /** Kept, and fresh; or another request's, waited for. */
        HIT,
        /** Kept, stale, and still right by its ETag. */
        REFRESH_HIT,
        /** From further up. */
        MISS
    }

    Fetched as(Outcome other) {
        return new Fetched(status, headers, bytes, other);
    }

    Fetched with(HttpHeaders others) {
        return new Fetched(status, others, bytes, outcome);
    }
}

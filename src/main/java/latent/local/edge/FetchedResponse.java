package latent.local.edge;

import java.net.http.HttpHeaders;

/** An answer, whole and in memory; {@code bytes} is not to be changed. */
@SuppressWarnings("ArrayRecordComponent") // one array is shared by all who are served the answer
public record FetchedResponse(int status, HttpHeaders headers, byte[] bytes, Outcome outcome) {
    /** Where the answer came from. */
    public enum Outcome {
        /** From the cache, fresh; or the answer to another request at the same time. */
        HIT,
        /** From the cache, stale, and confirmed by the origin by its ETag. */
        REFRESH_HIT,
        /** From the next cache, or from the origin. */
        MISS
    }

    FetchedResponse as(Outcome other) {
        return new FetchedResponse(status, headers, bytes, other);
    }

    FetchedResponse with(HttpHeaders others) {
        return new FetchedResponse(status, others, bytes, outcome);
    }
}

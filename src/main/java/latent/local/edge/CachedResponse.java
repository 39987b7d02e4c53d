package latent.local.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import latent.local.edge.FetchedResponse.Outcome;
import latent.local.web.HeaderFields;

/**
 * An answer that a cache keeps.
 *
 * @param stale when its time to live is over
 * @param until when the origin is asked next: later than that where the origin failed to answer
 */
record CachedResponse(FetchedResponse answer, Instant since, Instant stale, Instant until) {
    boolean isFresh(Instant now) {
        return now.isBefore(until);
    }

    /** Whether it may be served while the origin is asked; only where its Cache-Control allows that. */
    boolean servesMeanwhile(Instant now) {
        return cacheControl()
                .staleWhileRevalidate()
                .filter(window -> now.isBefore(stale.plus(window)))
                .isPresent();
    }

    /** Whether it may be served when the origin fails: for ever, unless its Cache-Control limits that. */
    boolean servesInsteadOfFailure(Instant now) {
        return answer.status() < 400
                && cacheControl()
                        .staleIfError()
                        .map(window -> now.isBefore(stale.plus(window)))
                        .orElse(true);
    }

    private CacheControl cacheControl() {
        return CacheControl.of(answer.headers(), since);
    }

    Optional<String> etag() {
        return answer.headers().firstValue("ETag");
    }

    CachedResponse freshUntil(Instant other) {
        return new CachedResponse(answer, since, stale, other);
    }

    FetchedResponse served(Instant now) {
        long seconds = Duration.between(since, now).toSeconds()
                + answer.headers().firstValueAsLong("Age").orElse(0);
        return answer.with(HeaderFields.of(answer.headers())
                        .set("Age", Long.toString(seconds))
                        .build())
                .as(Outcome.HIT);
    }

    long bytes() {
        return answer.bytes().length;
    }
}

package latent.local.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import latent.local.edge.Fetched.Outcome;
import latent.local.web.HeaderFields;

/** An answer that a cache keeps. */
record Copy(Fetched answer, Instant since, Instant until) {
    boolean isFresh(Instant now) {
        return now.isBefore(until);
    }

    Optional<String> etag() {
        return answer.headers().firstValue("ETag");
    }

    Copy freshUntil(Instant other) {
        return new Copy(answer, since, other);
    }

    Fetched served(Instant now) {
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

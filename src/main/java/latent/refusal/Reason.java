package latent.refusal;

import java.time.Duration;

/**
 * All reasons for which a request is refused, each with its HTTP status and how long a shared cache may keep the answer.
 *
 * <p>CloudFront keeps 400, 403, 405 and 415 only when they carry {@code max-age}, keeps 404 in any case, and never keeps 413, 422 or 429. So bad
 * input is refused with a status that an edge can answer again by itself, and lack of room with 429, which never sticks to a key
 * (CloudFront developer guide, "HTTP status codes that CloudFront caches").
 */
public enum Reason {
    MALFORMED_KEY(400, Duration.ofMinutes(5)),
    NOT_SIGNED(403, Duration.ofMinutes(5)),
    OFF_LADDER(403, Duration.ofMinutes(5)),
    NOT_FROM_THE_EDGE(403, Duration.ZERO),
    NOT_A_RENDITION(404, Duration.ofMinutes(1)),
    ORIGINAL_MISSING(404, Duration.ofMinutes(1)),
    METHOD_NOT_ALLOWED(405, Duration.ZERO),
    RANGE_OUTSIDE(416, Duration.ZERO),
    UNSUPPORTED_FORMAT(415, Duration.ofMinutes(5)),
    NOT_A_PICTURE(415, Duration.ofMinutes(1)),
    TOO_LARGE(415, Duration.ofMinutes(5)),
    RENDER_LIMIT_REACHED(415, Duration.ofMinutes(1)),
    OVER_MAX_COST(415, Duration.ofMinutes(5)),
    CLIENT_RATE_LIMITED(429, Duration.ZERO),
    ORIGINAL_RATE_LIMITED(429, Duration.ZERO),
    SERVICE_RATE_LIMITED(429, Duration.ZERO),
    NO_ROOM(429, Duration.ZERO);

    private final int status;
    private final Duration keep;

    Reason(int status, Duration keep) {
        this.status = status;
        this.keep = keep;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** How long caches may keep the refusal; zero means not at all. */
    public Duration keep() {
        return keep;
    }
}

package latent.http;

import java.time.Duration;

/**
 * Limits on connections.
 *
 * @param most            open connections; above that, those that have waited longest for a request are closed
 * @param requestDeadline longest time for the header of a request, at most 16 KiB, from its first byte
 * @param leastRate       least average rate at which a reader must take an answer, in bytes a second
 * @param grace           how long a reader may be below that rate; a kernel takes bytes in lumps
 */
public record ConnectionLimits(int most, Duration requestDeadline, long leastRate, Duration grace) {
    /** Long enough for a mobile network to hand over to the next cell. */
    public static final Duration DEFAULT_GRACE = Duration.ofSeconds(20);
}

package latent.http;

import java.time.Duration;

/**
 * What connections may cost.
 *
 * @param most            how many are open at one time; beyond it those that have waited longest for a request are closed
 * @param requestDeadline how long the header of one request, 16 KiB at most, may take from its first byte
 * @param leastRate       bytes a second that a reader must take on average while we wait for it
 * @param grace           how long a reader may lag behind that rate; a kernel takes bytes in lumps
 */
public record ConnectionLimits(int most, Duration requestDeadline, long leastRate, Duration grace) {
    /** Long enough for a mobile network to hand over to the next cell. */
    public static final Duration DEFAULT_GRACE = Duration.ofSeconds(20);
}

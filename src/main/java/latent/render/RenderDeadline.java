package latent.render;

import java.time.Duration;

/**
 * How much one render may take. Processor time says what the render costs, on an idle machine and on a busy one alike. Wall-clock time ends a
 * render that waits for ever, and is what counts where the system does not tell processor time.
 *
 * @param processorTime of all threads of the render together
 * @param wallTime      from the start of the render to its answer, second tries included
 */
public record RenderDeadline(Duration processorTime, Duration wallTime) {
    /**
     * A render shares its processor with at most two others of the same weight before its wall-clock time ends first. With the defaults of
     * {@code render.patience} and {@code render.deadline}, 15 and 12 seconds, a request is answered within 51 seconds and the time that S3
     * takes: CloudFront waits 60.
     */
    private static final int WALL_TIMES = 3;

    public RenderDeadline {
        if (!processorTime.isPositive() || !wallTime.isPositive()) {
            throw new IllegalArgumentException("no render ends within " + processorTime + " of processor time and "
                    + wallTime + " of wall-clock time");
        }
    }

    /** A deadline by processor time, with as much wall-clock time as a busy machine needs for it. */
    public static RenderDeadline of(Duration processorTime) {
        return new RenderDeadline(processorTime, processorTime.multipliedBy(WALL_TIMES));
    }

    /** The same, but no longer than what is left of the wall-clock time. */
    public RenderDeadline withinWallTime(Duration left) {
        return new RenderDeadline(processorTime, left.compareTo(wallTime) < 0 ? left : wallTime);
    }

    /** The same processor time with more wall-clock time. */
    public RenderDeadline plusWallTime(Duration more) {
        return new RenderDeadline(processorTime, wallTime.plus(more));
    }
}

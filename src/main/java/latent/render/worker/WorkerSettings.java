package latent.render.worker;

import java.time.Duration;
import latent.render.RenderDeadline;

/**
 * How many workers there are, and what each may take.
 *
 * @param workers      one for each render permit
 * @param deadline     of one render; a worker that has not answered then is ended
 * @param memoryBytes  address space that a worker may take on top of what it has when it starts
 * @param restingBytes resident memory above which a worker is replaced after its render
 * @param poisonedFor  how long an original that crashed two workers is refused unseen
 */
public record WorkerSettings(
        int workers, RenderDeadline deadline, long memoryBytes, long restingBytes, Duration poisonedFor) {
    private static final int SHARE_FOR_A_WORKER = 6;

    public WorkerSettings {
        if (workers < 1 || memoryBytes < 1 || restingBytes < 1 || poisonedFor.isNegative()) {
            throw new IllegalArgumentException("no pool has " + workers + " workers, " + memoryBytes + " bytes each, "
                    + restingBytes + " at rest");
        }
    }

    /** A 50-megapixel progressive JPEG decodes within this memory; ten seconds is what a visitor may wait. */
    public static WorkerSettings of(int workers) {
        return new WorkerSettings(
                workers, RenderDeadline.of(Duration.ofSeconds(10)), 1L << 30, 192L << 20, Duration.ofMinutes(10));
    }

    /**
     * How long a render waits for a worker, five seconds with the ten of {@link #of}. There is one for each, so it waits only where several have died:
     * for a start, which takes 0.2 seconds, and a few on a machine that has much else to do.
     */
    Duration patience() {
        return deadline.wallTime().dividedBy(SHARE_FOR_A_WORKER);
    }

    /** The same with another deadline. */
    public WorkerSettings withDeadline(RenderDeadline another) {
        return new WorkerSettings(workers, another, memoryBytes, restingBytes, poisonedFor);
    }
}

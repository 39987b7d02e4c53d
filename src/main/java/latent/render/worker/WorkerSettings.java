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

    /** The same with another deadline. */
    public WorkerSettings withDeadline(RenderDeadline another) {
        return new WorkerSettings(workers, another, memoryBytes, restingBytes, poisonedFor);
    }
}

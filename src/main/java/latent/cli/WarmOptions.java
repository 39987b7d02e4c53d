package latent.cli;

/**
 * How {@code latent warm} is to carry a plan out.
 *
 * @param plan     its folder
 * @param runner   who makes the renditions
 * @param master   where Spark runs
 * @param resume   whether the plan is made again first
 * @param dryRun   whether nothing is made
 * @param json     whether the report is for programs
 * @param progress whether it is shown
 */
public record WarmOptions(
        String plan, Runner runner, String master, boolean resume, boolean dryRun, boolean json, boolean progress) {
    /** Who makes the renditions. */
    public enum Runner {
        /** The tasks of the job. */
        SPARK,
        /** The warm workers, who read {@code warm.queue}. */
        QUEUE
    }
}

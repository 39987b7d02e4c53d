package latent.cli;

import latent.plan.PlanRequest;

/**
 * What {@code latent plan} is asked for.
 *
 * @param out      folder of the plan
 * @param master   where Spark runs
 * @param dryRun   whether nothing is written
 * @param json     whether the report is for programs
 * @param progress whether it is shown
 */
public record PlanOptions(
        PlanRequest request, String out, String master, boolean dryRun, boolean json, boolean progress) {}

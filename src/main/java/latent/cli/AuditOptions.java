package latent.cli;

import latent.audit.AuditRequest;

/**
 * What {@code latent audit} is asked for.
 *
 * @param out      folder of the findings and of what is to be made again
 * @param master   where Spark runs
 * @param dryRun   whether nothing is written or removed
 * @param json     whether the report is for programs
 * @param progress whether it is shown
 */
public record AuditOptions(
        AuditRequest request, String out, String master, boolean dryRun, boolean json, boolean progress) {}

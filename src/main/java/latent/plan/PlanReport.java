package latent.plan;

import java.io.PrintStream;
import java.util.Locale;

/**
 * The result of a plan.
 *
 * @param counts   what was found
 * @param estimate of carrying it out
 * @param shards   number of shards written; 0 for a dry run
 */
public record PlanReport(PlanCounts counts, PlanEstimate estimate, long shards) {
    /** A report, with the estimate for these counts. */
    public static PlanReport of(PlanCounts counts, long listRequests, Prices prices, long shards) {
        return new PlanReport(counts, PlanEstimate.of(counts, listRequests, prices), shards);
    }

    /** Prints the report as text. */
    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "originals   %,d%s%s%n",
                counts.originals(),
                counts.absent() > 0
                        ? String.format(Locale.ROOT, "; %,d more are named and not there", counts.absent())
                        : "",
                counts.otherFiles() > 0 ? String.format(Locale.ROOT, "; %,d other files", counts.otherFiles()) : "");
        out.printf(
                Locale.ROOT,
                "wanted      %,d: %,d are there, %,d missing, %,d to be made%n",
                counts.wanted(),
                counts.present(),
                counts.missing(),
                counts.toMake());
        out.printf(
                Locale.ROOT,
                "stale       %,d older than their original%norphaned    %,d without an original%nunplanned   %,d that somebody asked for%n",
                counts.stale(),
                counts.orphaned(),
                counts.unplanned());
        if (counts.ofOtherHosts() > 0) {
            out.printf(
                    Locale.ROOT,
                    "other hosts %,d of originals that no listing has (originals.http): neither planned nor called stale or orphaned%n",
                    counts.ofOtherHosts());
        }
        out.printf(
                Locale.ROOT,
                "estimate    %,d GET, %,d HEAD, %,d PUT, %,d LIST; %s read, %s written; %.1f hours of a core%n",
                estimate.getRequests(),
                estimate.headRequests(),
                estimate.putRequests(),
                estimate.listRequests(),
                bytes(estimate.bytesRead()),
                bytes(estimate.bytesWritten()),
                estimate.coreHours());
        out.printf(
                Locale.ROOT,
                "            %.2f once, %.2f a month, by plan.prices%n",
                estimate.cost(),
                estimate.costPerMonth());
    }

    /** A size as text, {@code 12.3 GB}, in powers of 1000. */
    public static String bytes(long bytes) {
        double left = bytes;
        String unit = "B";
        for (String larger : new String[] {"kB", "MB", "GB", "TB", "PB"}) {
            if (left < 1000) {
                break;
            }
            left /= 1000;
            unit = larger;
        }
        return String.format(Locale.ROOT, left < 10 && !"B".equals(unit) ? "%.1f %s" : "%.0f %s", left, unit);
    }
}

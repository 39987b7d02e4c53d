package latent.audit;

import java.io.PrintStream;
import java.util.Locale;
import latent.plan.PlanEstimate;
import latent.plan.PlanReport;

/**
 * What has expired, or would.
 *
 * @param logFrom       time of the first request in the log
 * @param logTo         time of the last
 * @param requests      in the log, since renditions are unused when nobody has asked for them
 * @param renditions    of originals that exist
 * @param young         those of them that were stored since then
 * @param asked         those that are older, and were asked for
 * @param unused        the others
 * @param bytes         of the unused ones
 * @param savedPerMonth what keeping those costs
 * @param madeAgain     what it takes to make them all once more, one by one as visitors would ask
 * @param expired       that were removed
 * @param changed       that were left alone because they, or their originals, had changed meanwhile
 * @param failed        that could not be removed
 */
public record ExpiryReport(
        int unusedDays,
        String logFrom,
        String logTo,
        long requests,
        long renditions,
        long young,
        long asked,
        long unused,
        long bytes,
        double savedPerMonth,
        PlanEstimate madeAgain,
        long expired,
        long changed,
        long failed) {
    /** For people. */
    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT, "log         %s to %s; %,d requests in %d days%n", logFrom, logTo, requests, unusedDays);
        out.printf(
                Locale.ROOT,
                "renditions  %,d of originals that exist: %,d younger, %,d asked for, %,d unused%n",
                renditions,
                young,
                asked,
                unused);
        out.printf(
                Locale.ROOT, "saving      %s; %.2f a month, by plan.prices%n", PlanReport.bytes(bytes), savedPerMonth);
        out.printf(
                Locale.ROOT,
                "made again  %.2f if all are asked for once more: %,d GET, %,d HEAD, %,d PUT; %.1f hours of a core%n",
                madeAgain.cost(),
                madeAgain.getRequests(),
                madeAgain.headRequests(),
                madeAgain.putRequests(),
                madeAgain.coreHours());
        if (savedPerMonth > 0) {
            out.printf(
                    Locale.ROOT,
                    "            that is what keeping them costs in %.1f months%n",
                    madeAgain.cost() / savedPerMonth);
        }
    }
}

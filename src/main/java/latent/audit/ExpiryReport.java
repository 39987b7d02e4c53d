package latent.audit;

import java.io.PrintStream;
import java.util.Locale;
import latent.plan.PlanEstimate;
import latent.plan.PlanReport;

/**
 * The result of an expiry, or of its dry run.
 *
 * @param logFrom       time of the first request in the access log
 * @param logTo         time of the last request
 * @param requests      number of requests within the last {@code unusedDays}
 * @param renditions    number of renditions whose original exists
 * @param young         of those, the renditions stored within the last {@code unusedDays}
 * @param asked         of the older ones, those that were requested
 * @param unused        the others
 * @param bytes         size of the unused ones
 * @param savedPerMonth cost of storing the unused ones for a month
 * @param madeAgain     estimate for making all of them again, one by one, as visitors would request them
 * @param expired       renditions that were removed
 * @param changed       renditions left alone because they, or their originals, had changed meanwhile
 * @param failed        renditions that could not be removed
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
    /** Prints the report as text. */
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

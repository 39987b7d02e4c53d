package latent.spark;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import latent.plan.PlanReport;

/**
 * What carrying a plan out has come to.
 *
 * @param runner   which one
 * @param asked    renditions that the plan has
 * @param there    that somebody had stored meanwhile
 * @param outdated whose original was replaced meanwhile; the next plan has them
 * @param refused  that cannot be made, now or later
 * @param failed   that may be tried again
 * @param messages that were sent, where workers make them; nothing else is known then
 * @param bytes    of what was made
 * @param reasons  of what was refused or failed, the most frequent first
 * @param receipts where the receipts are; empty where there are none
 */
public record WarmReport(
        String runner,
        long asked,
        long made,
        long there,
        long outdated,
        long refused,
        long failed,
        long messages,
        long bytes,
        double seconds,
        List<Reason> reasons,
        String receipts) {
    /** Why renditions were not made, and how many. */
    public record Reason(String outcome, String detail, long count) {}

    public WarmReport {
        reasons = List.copyOf(reasons);
    }

    /** Nothing was done. */
    static WarmReport nothing(String runner) {
        return new WarmReport(runner, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), "");
    }

    /** For people. */
    public void print(PrintStream out) {
        if (messages > 0) {
            out.printf(
                    Locale.ROOT, "asked       %,d renditions, in %,d messages for the warm workers%n", asked, messages);
            return;
        }
        out.printf(
                Locale.ROOT,
                "asked       %,d: %,d made, %,d there, %,d outdated, %,d refused, %,d failed%n",
                asked,
                made,
                there,
                outdated,
                refused,
                failed);
        out.printf(
                Locale.ROOT,
                "time        %.1f s; %.1f made a second; %s written%n",
                seconds,
                seconds > 0 ? made / seconds : 0,
                PlanReport.bytes(bytes));
        reasons.forEach(reason ->
                out.printf(Locale.ROOT, "%-11s %,d: %s%n", reason.outcome(), reason.count(), reason.detail()));
        if (!receipts.isEmpty()) {
            out.println("receipts    " + receipts);
        }
    }
}

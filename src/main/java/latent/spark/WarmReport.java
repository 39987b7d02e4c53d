package latent.spark;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import latent.plan.PlanReport;

/**
 * The result of carrying out a plan.
 *
 * @param runner   {@code spark} or {@code queue}
 * @param asked    renditions in the plan
 * @param made     renditions that were rendered and stored
 * @param there    renditions that were stored already
 * @param outdated renditions whose original was replaced meanwhile; the next plan has them
 * @param refused  renditions that cannot be made, now or later
 * @param failed   renditions that may be tried again
 * @param messages number of messages sent, when warm workers make the renditions; nothing else is known then
 * @param bytes    size of the files that were made
 * @param reasons  why renditions were refused or failed, the most frequent first
 * @param receipts folder of the receipts; empty when there are none
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

    /** The report of a plan without shards. */
    static WarmReport nothing(String runner) {
        return new WarmReport(runner, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), "");
    }

    /** Prints the report as text. */
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

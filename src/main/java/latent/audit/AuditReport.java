package latent.audit;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * The result of an audit.
 *
 * @param depth      how closely renditions were examined
 * @param renditions number of renditions in the bucket
 * @param looked     number of renditions examined
 * @param wrong      of those, the number with at least one finding
 * @param found      number of findings of every kind; a rendition may have several
 * @param unknown    renditions that could not be examined
 * @param undecoded  renditions whose format the engine here does not read
 * @param sample     {@code 10000} or {@code 0.5%}; {@code 100.0%} is all
 * @param seed       of the sample
 * @param examples   some findings, and some renditions that could not be examined, in words
 * @param mended     result of the repair
 * @param folder     where all findings are; empty when nothing was written
 */
public record AuditReport(
        String depth,
        long renditions,
        long looked,
        long wrong,
        List<Found> found,
        long unknown,
        long undecoded,
        String sample,
        long seed,
        List<Example> examples,
        Mended mended,
        String folder,
        double seconds) {
    public AuditReport {
        found = List.copyOf(found);
        examples = List.copyOf(examples);
    }

    /**
     * Number of findings of one kind.
     *
     * @param lowShare  of a sample: lower end of the 95 % confidence interval of the share of all renditions; without a sample, the share
     * @param highShare upper end of the same
     */
    public record Found(String kind, long count, double lowShare, double highShare) {}

    /** A finding, as an example. */
    public record Example(String kind, String key, String detail) {}

    /**
     * The result of a repair.
     *
     * @param chosen  renditions to be repaired
     * @param removed renditions that were removed
     * @param changed renditions left alone because they, or their originals, had changed since they were examined
     * @param failed  renditions that could not be removed
     * @param toMake  of those removed, the number in the plan that makes them again
     */
    public record Mended(long chosen, long removed, long changed, long failed, long toMake) {
        /** For an audit without a repair. */
        public static final Mended NOTHING = new Mended(0, 0, 0, 0, 0);
    }

    /** The result in one word, for exit codes. */
    public enum Verdict {
        CLEAN,
        FINDINGS,
        /** No findings are left, but some renditions could not be examined. */
        INCOMPLETE
    }

    /** The verdict, counting what is left after the repair. */
    public Verdict verdict() {
        long left = wrong - mended.removed() - mended.changed();
        return left > 0 ? Verdict.FINDINGS : unknown > 0 ? Verdict.INCOMPLETE : Verdict.CLEAN;
    }

    /** Prints the report as text. */
    public void print(PrintStream out) {
        boolean all = looked == renditions;
        out.printf(
                Locale.ROOT,
                "renditions  %,d; %,d looked at, by %s%s%n",
                renditions,
                looked,
                depth,
                all ? "" : String.format(Locale.ROOT, "; sample %s, seed %d", sample, seed));
        found.forEach(kind -> print(kind, all, out));
        if (unknown > 0) {
            out.printf(Locale.ROOT, "unknown     %,d could not be looked at%n", unknown);
        }
        if (undecoded > 0) {
            out.printf(Locale.ROOT, "undecoded   %,d whose format the engine here does not read%n", undecoded);
        }
        out.printf(
                Locale.ROOT,
                "time        %.1f s; %,.0f looked at a second%n",
                seconds,
                seconds > 0 ? looked / seconds : 0);
        examples.forEach(example -> out.printf("%-15s %s: %s%n", example.kind(), example.key(), example.detail()));
        if (mended.chosen() > 0) {
            out.printf(
                    Locale.ROOT,
                    "mended      %,d of %,d removed, %,d had changed meanwhile, %,d failed; %,d to be made again%n",
                    mended.removed(),
                    mended.chosen(),
                    mended.changed(),
                    mended.failed(),
                    mended.toMake());
        }
    }

    private void print(Found kind, boolean all, PrintStream out) {
        String meaning = FindingKind.of(kind.kind()).map(FindingKind::meaning).orElse("");
        String estimate = all
                ? ""
                : String.format(
                        Locale.ROOT,
                        " of %,d: with 95 %% confidence %.3f %% to %.3f %%, of all %,d to %,d",
                        looked,
                        100 * kind.lowShare(),
                        100 * kind.highShare(),
                        Math.round(kind.lowShare() * renditions),
                        Math.round(kind.highShare() * renditions));
        out.printf(Locale.ROOT, "%-15s %,d%s; %s%n", kind.kind(), kind.count(), estimate, meaning);
    }
}

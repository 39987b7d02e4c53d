package latent.audit;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * What an audit has found.
 *
 * @param depth      how closely renditions were looked at
 * @param renditions that there are
 * @param looked     those of them that were looked at
 * @param wrong      those of which something is wrong
 * @param found      what is wrong with them, every kind; one rendition may have several
 * @param unknown    that could not be looked at
 * @param undecoded  whose bytes no engine here decodes
 * @param sample     {@code 10000} or {@code 0.5%}; {@code 100.0%} is all
 * @param seed       of the sample
 * @param examples   some of what was found, and of what could not be looked at, in words
 * @param mended     what became of it
 * @param folder     where all findings are; empty where nothing was written
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
     * How many there are of a kind.
     *
     * @param lowShare  of a sample: the lower end of the interval that holds the share of all with 95 % confidence; of all, the share
     * @param highShare its upper end
     */
    public record Found(String kind, long count, double lowShare, double highShare) {}

    /** One finding. */
    public record Example(String kind, String key, String detail) {}

    /**
     * What was mended.
     *
     * @param chosen  renditions that were to be
     * @param removed those that were removed
     * @param changed that were left alone because they, or their originals, had changed meanwhile
     * @param failed  that could not be removed
     * @param toMake  of those removed, how many the plan in the folder makes again
     */
    public record Mended(long chosen, long removed, long changed, long failed, long toMake) {
        /** Nothing was to be mended. */
        public static final Mended NOTHING = new Mended(0, 0, 0, 0, 0);
    }

    /** In one word, for exit codes. */
    public enum Verdict {
        CLEAN,
        FINDINGS,
        /** Nothing is known to be wrong, and something could not be looked at. */
        INCOMPLETE
    }

    /** Whether something is wrong that was not mended, or not known. */
    public Verdict verdict() {
        long left = wrong - mended.removed() - mended.changed();
        return left > 0 ? Verdict.FINDINGS : unknown > 0 ? Verdict.INCOMPLETE : Verdict.CLEAN;
    }

    /** For people. */
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

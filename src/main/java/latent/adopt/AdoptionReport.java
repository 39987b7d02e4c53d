package latent.adopt;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many old URLs have keys in their place, by form, and why others have none. Used by one thread. */
public final class AdoptionReport {
    private static final int MOST_REASONS = 20;

    /** So many reasons are told apart: some name what a URL says. */
    private static final int MOST_COUNTED = 10_000;

    private final Map<String, Counts> forms = new TreeMap<>();
    private final Map<String, Example> reasons = new LinkedHashMap<>();

    private record Counts(long covered, long not) {
        Counts plus(Counts other) {
            return new Counts(covered + other.covered, not + other.not);
        }
    }

    private record Example(String url, long count) {}

    /** Counts one. */
    public void add(AdoptedUrl url) {
        Counts one = url.key().isPresent() ? new Counts(1, 0) : new Counts(0, 1);
        forms.merge(url.formName(), one, Counts::plus);
        if (url.key().isEmpty() && (reasons.containsKey(url.because()) || reasons.size() < MOST_COUNTED)) {
            reasons.merge(
                    url.because(),
                    new Example(url.old(), 1),
                    (before, more) -> new Example(before.url(), before.count() + 1));
        }
    }

    /** A row of the table, with its end of line. */
    public String row(AdoptedUrl url) {
        String key = url.key().map(found -> found.value()).orElse("");
        return url.old().replace('\t', ' ') + "\t" + key + "\t" + url.formName() + "\t" + url.because() + "\n";
    }

    /** For people. */
    public void print(PrintWriter out) {
        Counts all = forms.values().stream().reduce(new Counts(0, 0), Counts::plus);
        out.println(String.format(
                Locale.ROOT,
                "old URLs    %,d: %,d covered, %,d not",
                all.covered() + all.not(),
                all.covered(),
                all.not()));
        forms.forEach((form, counts) -> out.println(
                String.format(Locale.ROOT, "  %-16s %,d covered, %,d not", form, counts.covered(), counts.not())));
        reasons.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Example> reason) ->
                                reason.getValue().count())
                        .reversed())
                .limit(MOST_REASONS)
                .forEach(reason -> out.println(String.format(
                        Locale.ROOT,
                        "not covered %,d: %s Such as %s",
                        reason.getValue().count(),
                        reason.getKey(),
                        reason.getValue().url())));
    }
}

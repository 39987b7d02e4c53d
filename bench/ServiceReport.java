import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Every round's figures of each service and workload, and their medians and ratios as a table. */
final class ServiceReport {
    static final String LATENT = "latent";
    static final String SHARP = "sharp-answer-first";
    static final List<String> SERVICES = List.of(LATENT, SHARP, "sharp-put-first");

    /**
     * One round of one workload on one service.
     *
     * @param firstByte  median time until the head of an answer is there
     * @param cpuMillis  processor time for each answer
     * @param s3Requests requests to S3 for each answer
     * @param decodes    decoded originals for each answer; not a number where the service does not say
     * @param peak       the largest resident memory until then, in mebibytes
     */
    record Row(double perSecond, double firstByte, double median, double p95, double cpuMillis, double s3Requests, double decodes, double kilobytes, double peak) {
        static Row of(Load.Result result, double cpuSeconds, Map<String, Long> s3, double decodes, double peak) {
            int answers = result.millis().length;
            double requests = s3.values().stream().mapToLong(Long::longValue).sum();
            return new Row(
                    result.perSecond(), result.medianFirstByte(), result.quantile(0.5), result.quantile(0.95), 1e3 * cpuSeconds / answers, requests / answers,
                    decodes / answers, result.bytes() / 1e3 / answers, peak);
        }
    }

    private final Map<VisitorLoad, Map<String, List<Row>>> rows = new LinkedHashMap<>();

    void add(String service, VisitorLoad workload, Row row) {
        rows.computeIfAbsent(workload, w -> new LinkedHashMap<>()).computeIfAbsent(service, s -> new ArrayList<>()).add(row);
    }

    /** Our speed by sharp's, round by round, smallest first: answers a second, or for single visitors the time of one the other way round. */
    double[] ratios(VisitorLoad workload) {
        List<Row> ours = rows.get(workload).get(LATENT);
        List<Row> theirs = rows.get(workload).get(SHARP);
        double[] ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = workload.visitors > 1
                    ? ours.get(i).perSecond() / theirs.get(i).perSecond()
                    : theirs.get(i).median() / ours.get(i).median();
        }
        Arrays.sort(ratios);
        return ratios;
    }

    /** Markdown: a line for each workload and service; medians of the rounds; the ratio with its smallest and largest. */
    String table() {
        StringBuilder table = new StringBuilder("| workload | service | answers a second | first byte ms | median ms | p95 ms | CPU ms | S3 requests | decodes | kB | peak MiB"
                + " | speed by sharp's (lowest to highest) |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        rows.forEach((workload, services) -> services.forEach((service, all) -> {
            double[] ratios = ratios(workload);
            table.append(String.format(
                    Locale.ROOT, "| %s | %s | %.1f | %.0f | %.0f | %.0f | %.0f | %.2f | %s | %.0f | %.0f | %s |%n", workload.title, service,
                    median(all, Row::perSecond), median(all, Row::firstByte), median(all, Row::median), median(all, Row::p95), median(all, Row::cpuMillis),
                    median(all, Row::s3Requests), told(median(all, Row::decodes)), median(all, Row::kilobytes), median(all, Row::peak),
                    service.equals(LATENT)
                            ? String.format(Locale.ROOT, "**%.2f** (%.2f to %.2f)", ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1])
                            : ""));
        }));
        return table.toString();
    }

    /** Median time until the head of one of our answers is there, in milliseconds. */
    double firstByte(VisitorLoad workload) {
        return median(rows.get(workload).get(LATENT), Row::firstByte);
    }

    private static String told(double figure) {
        return Double.isNaN(figure) ? "" : String.format(Locale.ROOT, "%.2f", figure);
    }

    static <T> double median(List<T> rows, ToDoubleFunction<T> figure) {
        double[] sorted = rows.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}

package latent.kit;

/** Reads samples of metrics in Prometheus' text format. */
public final class MetricSamples {
    private MetricSamples() {}

    /**
     * The value of one sample.
     *
     * @param text   of all metrics
     * @param sample its name, with its labels as the text has them
     * @return 0 where it has not been published
     */
    public static double value(String text, String sample) {
        String beginning = sample + " ";
        return text.lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(beginning.length())))
                .findFirst()
                .orElse(0);
    }
}

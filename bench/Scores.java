import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has been measured, by contender and output. */
final class Scores {
    private final Map<String, List<Double>> speeds = new LinkedHashMap<>();
    private final Map<String, List<Double>> bytes = new LinkedHashMap<>();
    private final Map<String, List<Double>> likeness = new LinkedHashMap<>();

    void speed(String name, double ratio) {
        speeds.computeIfAbsent(name, n -> new ArrayList<>()).add(ratio);
    }

    void file(String name, double percentOfBytes, double differenceOfSsim) {
        bytes.computeIfAbsent(name, n -> new ArrayList<>()).add(percentOfBytes);
        likeness.computeIfAbsent(name, n -> new ArrayList<>()).add(differenceOfSsim);
    }

    void print() {
        System.out.println();
        speeds.forEach((name, ratios) -> System.out.printf(
                "%-20s speed against sharp: %.3fx geometric mean, %.2fx at worst, %d cases%n",
                name, geometricMean(ratios), least(ratios), ratios.size()));
        bytes.forEach((name, percent) -> System.out.printf(
                "%-20s bytes: %.1f %% of sharp's on average, %.1f at most; SSIM %+.4f on average, %+.4f at worst%n",
                name,
                percent.stream().mapToDouble(b -> b).average().orElse(0),
                percent.stream().mapToDouble(b -> b).max().orElse(0),
                likeness.get(name).stream().mapToDouble(l -> l).average().orElse(0),
                least(likeness.get(name))));
    }

    /** Of ratios of times taken in the same round, because the machine may be busy with other things. */
    static double medianRatio(double[] a, double[] b) {
        double[] ratios = new double[a.length];
        Arrays.setAll(ratios, i -> a[i] / b[i]);
        return median(ratios);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double geometricMean(List<Double> ratios) {
        return Math.exp(ratios.stream().mapToDouble(Math::log).average().orElse(0));
    }

    private static double least(List<Double> values) {
        return values.stream().mapToDouble(v -> v).min().orElse(0);
    }
}

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import latent.render.cost.WorkKind;
import latent.render.cost.Workload;

/**
 * Fits the seconds of each kind of work to measured renders: no kind costs less than nothing, and the error that is made small is the relative
 * one, so that small renders count as much as large ones. Prints the lines of latent/render/cost/MeasuredCosts.
 */
public class CostFit {
    private static final int ROUNDS = 40;
    private static final int SWEEPS = 100;

    /** Below it a measurement is noise. */
    private static final double FLOOR_SECONDS = 0.004;

    private static final double DEAR_SECONDS = 0.3;

    public static void main(String[] args) throws Exception {
        String engine = args[0];
        List<CostTable.Line> lines = CostTable.read(Path.of(args[1])).stream()
                .filter(line -> line.engine().equals(engine))
                .toList();
        int kinds = WorkKind.values().length;
        double[][] amounts = new double[lines.size()][kinds];
        double[] took = new double[lines.size()];
        for (int i = 0; i < took.length; i++) {
            CostTable.Line line = lines.get(i);
            Map<WorkKind, Double> work = Workload.of(
                    line.header(), line.fileBytes(), line.transformation(), CostTable.abilities(engine));
            for (WorkKind kind : WorkKind.values()) {
                amounts[i][kind.ordinal()] = work.getOrDefault(kind, 0.0);
            }
            took[i] = Math.max(FLOOR_SECONDS, line.cpuSeconds());
        }
        double[] seconds = fit(amounts, took);
        Map<WorkKind, Double> printed = new EnumMap<>(WorkKind.class);
        for (WorkKind kind : WorkKind.values()) {
            if (seconds[kind.ordinal()] > 0) {
                printed.put(kind, seconds[kind.ordinal()]);
            }
        }
        printed.forEach((kind, cost) -> System.out.printf(Locale.ROOT, "            Map.entry(Work.%s, %.5f),%n", kind, cost));
    }

    /** Least squares, again and again with the weights at which they are the least squares of logarithms. */
    private static double[] fit(double[][] amounts, double[] took) {
        double[] seconds = new double[amounts[0].length];
        double[] weights = new double[took.length];
        for (int i = 0; i < took.length; i++) {
            weights[i] = weight(took[i]) / (took[i] * took[i]);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                for (int kind = 0; kind < seconds.length; kind++) {
                    improve(amounts, took, weights, seconds, kind);
                }
            }
            for (int i = 0; i < took.length; i++) {
                weights[i] = weight(took[i]) * ofLogarithms(predicted(amounts[i], seconds), took[i]);
            }
        }
        return seconds;
    }

    private static double ofLogarithms(double predicted, double took) {
        double least = Math.max(predicted, took / 1000);
        double difference = least - took;
        return Math.abs(difference) < took / 1000
                ? 1 / (took * took)
                : Math.log(least / took) / (least * difference);
    }

    /** Dear renders are few, and an estimate that is too low hurts there. */
    private static double weight(double took) {
        return took > DEAR_SECONDS ? 4 : 1;
    }

    private static void improve(double[][] amounts, double[] took, double[] weights, double[] seconds, int kind) {
        double above = 0;
        double below = 0;
        for (int i = 0; i < took.length; i++) {
            double amount = amounts[i][kind];
            if (amount > 0) {
                double rest = took[i] - predicted(amounts[i], seconds) + amount * seconds[kind];
                above += weights[i] * amount * rest;
                below += weights[i] * amount * amount;
            }
        }
        seconds[kind] = below > 0 ? Math.max(0, above / below) : 0;
    }

    private static double predicted(double[] amounts, double[] seconds) {
        double sum = 0;
        for (int kind = 0; kind < seconds.length; kind++) {
            sum += amounts[kind] * seconds[kind];
        }
        return sum;
    }
}

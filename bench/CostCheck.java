import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import latent.render.cost.CostModel;
import latent.render.cost.MeasuredCosts;

/** How well the estimate predicts measured renders: the share within a factor of three, and those that are furthest off. */
public class CostCheck {
    private static final double FACTOR = 3;

    private record Miss(CostTable.Line line, double predicted, double took) {
        double off() {
            return Math.max(predicted / took, took / predicted);
        }
    }

    public static void main(String[] args) throws Exception {
        for (String engine : List.of("vips", "imgscalr")) {
            CostModel model = engine.equals("vips") ? MeasuredCosts.VIPS : MeasuredCosts.IMGSCALR;
            List<Miss> renders = CostTable.read(Path.of(args[0])).stream()
                    .filter(line -> line.engine().equals(engine))
                    .map(line -> new Miss(
                            line,
                            floor(model.of(line.header(), line.fileBytes(), line.transformation()).cpuSeconds()),
                            floor(line.cpuSeconds())))
                    .sorted(Comparator.comparingDouble(Miss::off).reversed())
                    .toList();
            if (renders.isEmpty()) {
                continue;
            }
            long within = renders.stream().filter(miss -> miss.off() <= FACTOR).count();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d of %d within a factor of %.0f (%.1f %%), median factor %.2f; times below %.0f ms count as that%n",
                    engine,
                    within,
                    renders.size(),
                    FACTOR,
                    100.0 * within / renders.size(),
                    renders.get(renders.size() / 2).off(),
                    MeasuredCosts.FLOOR_SECONDS * 1000);
            renders.stream().limit(12).forEach(miss -> System.out.printf(
                    Locale.ROOT,
                    "  %5.2f x  estimated %.3f s, took %.3f s: %s of %s, %s, frames: %d%n",
                    miss.off(),
                    miss.predicted(),
                    miss.took(),
                    miss.line().key(),
                    miss.line().header().stored(),
                    miss.line().header().format(),
                    miss.line().header().frames()));
        }
    }

    private static double floor(double seconds) {
        return Math.max(MeasuredCosts.FLOOR_SECONDS, seconds);
    }
}

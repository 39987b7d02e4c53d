import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import latent.image.ImageFormat;
import latent.render.Engine;
import latent.metrics.Meters;
import latent.render.RenderDeadline;
import latent.render.imgscalr.ImgscalrEngine;
import latent.render.vips.LibvipsFinder;
import latent.render.RenderSettings;
import latent.render.worker.AotCache;
import latent.render.worker.WorkerPool;
import latent.render.worker.WorkerSettings;

/** Measures random renders of one engine and prints one line each. See bench/cost for how to run it. */
public class CostBench {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int WARM_UP = 40;

    public static void main(String[] args) throws Exception {
        String name = args[0];
        CostSamples samples = new CostSamples(Path.of(args[2]), Path.of(args[3]), Long.parseLong(args[5]));
        try (Engine engine = engine(name, Path.of(args[1]))) {
            CostMeter meter = new CostMeter(engine, name.equals("vips"));
            CostSamples warmth = new CostSamples(Path.of(args[2]), Path.of(args[3]), -1);
            for (int i = 0; i < WARM_UP; i++) {
                meter.measure(warmth.next(engine.capabilities().reads(), engine.capabilities().writes(), 0));
            }
            Set<ImageFormat> writes = args.length < 7
                    ? engine.capabilities().writes()
                    : Arrays.stream(args[6].split(",")).map(ImageFormat::valueOf).collect(Collectors.toSet());
            int animated = args.length < 8 ? 0 : Integer.parseInt(args[7]);
            System.out.println(CostTable.TITLES);
            for (int measured = 0; measured < Integer.parseInt(args[4]); ) {
                CostSamples.Sample sample = samples.next(engine.capabilities().reads(), writes, animated);
                Optional<CostMeter.Measured> took = meter.measure(sample);
                if (took.isPresent()) {
                    measured++;
                    System.out.println(new CostTable.Line(
                                    name,
                                    sample.header(),
                                    sample.original().length,
                                    sample.key().value(),
                                    took.get().cpuSeconds(),
                                    took.get().peakBytes() >> 20)
                            .print());
                }
            }
        }
    }

    private static Engine engine(String name, Path program) {
        if (!name.equals("vips")) {
            return new ImgscalrEngine(RenderSettings.DEFAULT);
        }
        Path library = LibvipsFinder.find(Optional.empty(), program).orElseThrow();
        return new WorkerPool(
                program,
                library,
                RenderSettings.DEFAULT,
                WorkerSettings.of(1).withDeadline(RenderDeadline.of(LONGEST)),
                AotCache.of(program, library, Path.of("target", "bench")),
                new Meters());
    }
}

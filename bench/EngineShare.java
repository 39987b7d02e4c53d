import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.image.ImageHeader;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.Transformation;
import latent.render.RenderSettings;
import latent.render.ShrunkPicture;
import latent.render.SourceFile;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;
import latent.render.vips.LibvipsFinder;
import latent.render.vips.VipsEngine;

/**
 * What sharing decodes can save at most: processor time of libvips alone, without HTTP, S3 and other processes, for the renditions of bench/warm. Each from
 * the file; each from the file or what was decoded for another; and only those that begin with what was decoded, which is resizing and encoding.
 */
public class EngineShare {
    private static final int[] WIDTHS = {160, 320, 480, 640, 800, 1024, 1280, 1600};

    static final KeyGrammar GRAMMAR = new KeyGrammar(new KeyRules(Alphabet.SAFE, 4096, Map.of()));

    private final VipsEngine engine = libvips();
    private double separately;
    private double sharing;
    private double begunFromFile;
    private double begunFromSamples;
    private int renditions;
    private int begun;

    /** A folder of photographs, and how many of them. */
    public static void main(String[] args) throws Exception {
        List<Path> files;
        try (var all = Files.list(Path.of(args[0]))) {
            files = all.filter(file -> file.toString().endsWith(".jpg")).sorted().limit(Integer.parseInt(args[1])).toList();
        }
        new EngineShare().measure(files.getFirst()); // for warmth
        EngineShare share = new EngineShare();
        for (Path file : files) {
            share.measure(file);
        }
        System.out.printf(
                "%nlibvips alone, milliseconds of processor time for each of %d renditions: %.1f from the file, %.1f sharing decodes (%.2f times as cheap)%n",
                share.renditions, 1e3 * share.separately / share.renditions, 1e3 * share.sharing / share.renditions, share.separately / share.sharing);
        System.out.printf(
                "of the %d that begin with what another has decoded: %.1f from the file, %.1f from its samples (%.2f): more than this sharing cannot save%n",
                share.begun, 1e3 * share.begunFromFile / share.begun, 1e3 * share.begunFromSamples / share.begun, share.begunFromFile / share.begunFromSamples);
        System.exit(0);
    }

    private void measure(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ImageHeader header = new HeaderGate(Limits.DEFAULT).admit(bytes);
        try (Arena arena = Arena.ofConfined()) {
            SourceFile<MemorySegment> source = new SourceFile<>(arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes), header);
            Map<Integer, ShrunkPicture<MemorySegment>> decoded = new HashMap<>();
            for (int width : WIDTHS) {
                for (String end : List.of("", ".webp")) {
                    measure(arena, source, GRAMMAR.parse("a_" + width + "_0.jpg" + end).transformation(), decoded);
                }
            }
        }
    }

    private void measure(
            Arena arena, SourceFile<MemorySegment> source, Transformation asked, Map<Integer, ShrunkPicture<MemorySegment>> decoded) {
        double start = cpuSeconds();
        byte[] alone = engine.render(source, asked, Optional.empty());
        double fromFile = cpuSeconds() - start;
        int factor = ShrunkPicture.factor(source.header(), asked);
        Optional<ShrunkPicture<MemorySegment>> given = Optional.ofNullable(decoded.get(factor));
        double next = cpuSeconds();
        byte[] shared = given.map(picture -> engine.render(
                        new SourceFile<>(picture.samples(), source.header()), asked, Optional.empty(), Optional.of(picture.form()), false, Optional.empty()))
                .orElseGet(() -> engine.render(source, asked, Optional.empty(), Optional.empty(), factor > 1, Optional.empty()));
        engine.decoded().ifPresent(picture -> decoded.put(
                factor, picture.map(samples -> arena.allocateFrom(ValueLayout.JAVA_BYTE, samples.toArray(ValueLayout.JAVA_BYTE)))));
        double took = cpuSeconds() - next;
        if (!Arrays.equals(alone, shared)) {
            throw new IllegalStateException("not the same bytes: " + asked.print());
        }
        renditions++;
        separately += fromFile;
        sharing += took;
        if (given.isPresent()) {
            begun++;
            begunFromFile += fromFile;
            begunFromSamples += took;
        }
    }

    /** The engine by itself, in this process. */
    static VipsEngine libvips() {
        return new VipsEngine(LibvipsFinder.find(Optional.empty(), Path.of("target", "latent.jar").toAbsolutePath()).orElseThrow(), RenderSettings.DEFAULT);
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}

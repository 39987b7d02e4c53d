import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.Fit;
import latent.key.KeepIcc;
import latent.key.Quality;
import latent.key.RequestedSize;
import latent.key.Transformation;
import latent.render.DecodeReuse;
import latent.render.Geometry;
import latent.render.JpegCoding;
import latent.render.RenderJob;
import latent.render.RenderSettings;
import latent.render.SourceFile;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;
import latent.render.quality.Luma;
import latent.render.quality.Ssim;
import latent.render.vips.LibvipsFinder;
import latent.render.vips.VipsEngine;

/**
 * What a mezzanine saves and loses. Each rendition is compared with the mean of the pixels that it covers in the fully decoded original, and the loss is how much
 * less it is like that than the rendition of the original is.
 */
final class MezzanineBench {
    private static final List<Integer> WIDTHS = List.of(320, 640, 1000);
    private static final List<Integer> QUALITIES = List.of(85, 90, 92, 95);
    private static final int ROUNDS = 5;
    private static final HeaderGate GATE = new HeaderGate(Limits.DEFAULT);

    private record Timed(byte[] file, double seconds) {}

    private record Row(int quality, int width, double bytes, double time, double loss) {}

    public static void main(String[] arguments) throws IOException {
        Path library = LibvipsFinder.find(Optional.empty(), Path.of("target", "latent.jar")).orElseThrow();
        int left = Integer.parseInt(arguments[1]);
        List<Row> rows = new ArrayList<>();
        List<Double> making = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            files = all.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
        }
        try (VipsEngine engine = new VipsEngine(library, RenderSettings.DEFAULT)) {
            for (Path file : files) {
                byte[] original = Files.readAllBytes(file);
                ImageHeader header = GATE.admit(original);
                // of a turned one Java would decode the stored grid
                boolean fits = Math.max(header.stored().width(), header.stored().height()) >= 3072
                        && header.orientation() == Orientation.TOP_LEFT;
                if (fits && left-- > 0) {
                    measure(engine, original, header, rows, making);
                }
            }
        }
        System.out.println("quality  width  bytes  processor time  mean loss  largest loss     (original = 1; SSIM)");
        for (int each = 0; each < QUALITIES.size() * WIDTHS.size(); each++) {
            int quality = QUALITIES.get(each / WIDTHS.size());
            int width = WIDTHS.get(each % WIDTHS.size());
            List<Row> its = rows.stream().filter(row -> row.quality() == quality && row.width() == width).toList();
            System.out.printf(Locale.ROOT, "%7d  %5d  %5.3f  %14.3f  %9.5f  %12.5f%n", quality, width,
                    median(its.stream().map(Row::bytes).toList()), median(its.stream().map(Row::time).toList()),
                    its.stream().mapToDouble(Row::loss).average().orElse(0),
                    its.stream().mapToDouble(Row::loss).max().orElse(0));
        }
        System.out.printf(Locale.ROOT, "making one takes %.2f times as long as a rendition of 640 pixels (median of %d photographs)%n",
                median(making), making.size() / QUALITIES.size());
    }

    private static void measure(VipsEngine engine, byte[] original, ImageHeader header, List<Row> rows, List<Double> making)
            throws IOException {
        BufferedImage full = ImageIO.read(new ByteArrayInputStream(original));
        for (int quality : QUALITIES) {
            Transformation asked = Transformation.of(
                    new RequestedSize(2048, 2048), ImageFormat.JPEG, new Quality.Fixed(quality), new KeepIcc());
            Timed mezzanine = render(engine, original, header, asked, Optional.of(JpegCoding.SEQUENTIAL));
            for (int width : WIDTHS) {
                Transformation small = Transformation.of(new RequestedSize(width, 0), ImageFormat.JPEG);
                PixelSize size = Geometry.layout(header.upright(), small).canvas();
                Transformation exactly = Transformation.of(new RequestedSize(size.width(), size.height()), ImageFormat.JPEG, Fit.FORCE);
                Timed direct = render(engine, original, header, small, Optional.empty());
                Timed indirect = render(engine, mezzanine.file(), GATE.admit(mezzanine.file()), exactly, Optional.empty());
                Luma wanted = means(full, size);
                double loss = Ssim.of(wanted, luma(direct.file())) - Ssim.of(wanted, luma(indirect.file()));
                rows.add(new Row(quality, width, (double) mezzanine.file().length / original.length,
                        indirect.seconds() / direct.seconds(), loss));
                if (width == 640) {
                    making.add(mezzanine.seconds() / direct.seconds());
                }
            }
        }
    }

    /** Its best processor time: what other work on the machine costs is left out. */
    private static Timed render(
            VipsEngine engine, byte[] file, ImageHeader header, Transformation asked, Optional<JpegCoding> coding) {
        RenderJob job = new RenderJob(new SourceFile<>(file, header), asked, Optional.empty(), DecodeReuse.NONE, coding);
        double best = Double.MAX_VALUE;
        byte[] made = {};
        var process = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        for (int i = 0; i < ROUNDS; i++) {
            long start = process.getProcessCpuTime();
            made = engine.render(job);
            best = Math.min(best, (process.getProcessCpuTime() - start) / 1e9);
        }
        return new Timed(made, best);
    }

    private static Luma luma(byte[] jpeg) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
        return means(picture, new PixelSize(picture.getWidth(), picture.getHeight()));
    }

    private static Luma means(BufferedImage picture, PixelSize size) {
        byte[] levels = new byte[(int) size.pixels()];
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < size.height(); y++) {
            int top = (int) ((long) y * picture.getHeight() / size.height());
            int bottom = Math.max(top + 1, (int) ((y + 1L) * picture.getHeight() / size.height()));
            double[] sums = new double[size.width()];
            int[] counts = new int[size.width()];
            for (int line = top; line < bottom; line++) {
                picture.getRGB(0, line, row.length, 1, row, 0, row.length);
                for (int x = 0; x < row.length; x++) {
                    int to = (int) ((long) x * size.width() / row.length);
                    sums[to] += 0.299 * (row[x] >> 16 & 255) + 0.587 * (row[x] >> 8 & 255) + 0.114 * (row[x] & 255);
                    counts[to]++;
                }
            }
            for (int x = 0; x < size.width(); x++) {
                levels[y * size.width() + x] = (byte) Math.round(sums[x] / counts[x]);
            }
        }
        return new Luma(size, levels);
    }

    private static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}

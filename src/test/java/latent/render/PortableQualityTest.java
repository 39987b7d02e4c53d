package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelSize;
import latent.kit.BesideOtherClasses;
import latent.pictures.Corpus;
import latent.pictures.Encoded;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;
import latent.render.imgscalr.ImgscalrEngine;
import latent.render.quality.Luma;
import latent.render.quality.Ssim;
import latent.render.vips.LibvipsHere;
import latent.render.vips.VipsEngine;
import org.junit.jupiter.api.Test;

/**
 * How much quality the portable engine loses by subsampling: each photograph against the same photograph decoded whole and reduced with Lanczos' kernel, both
 * written by the same encoder. Of many photographs every third, and all of them with {@code -Dlatent.photographs=all}.
 */
@BesideOtherClasses
class PortableQualityTest {
    private static final HeaderGate GATE = new HeaderGate(new Limits(200L << 20, 100_000_000));

    private static final int MANY = 20;
    private static final int[][] BOXES = {{320, 0}, {600, 400}, {1280, 0}};

    @Test
    void photographs_are_near_a_full_decode_on_average() throws IOException {
        List<Path> photographs = chosen(Corpus.photographs());
        double likeness = 0;
        double bytes = 0;
        try (ImgscalrEngine portable = new ImgscalrEngine(RenderSettings.DEFAULT);
                VipsEngine vips = new VipsEngine(LibvipsHere.orSkip(), RenderSettings.DEFAULT)) {
            for (Path photograph : photographs) {
                byte[] original = Files.readAllBytes(photograph);
                PixelSize whole = header(original).upright();
                byte[] decoded = render(vips, original, WantedRendition.box(whole.width(), whole.height()));
                for (int[] box : BOXES) {
                    byte[] reduced = render(vips, decoded, WantedRendition.box(box[0], box[1]));
                    PixelSize size = header(reduced).upright();
                    byte[] best = render(
                            portable,
                            reduced,
                            WantedRendition.box(size.width(), size.height()).as(ImageFormat.JPEG));
                    byte[] made = render(
                            portable,
                            original,
                            WantedRendition.box(box[0], box[1]).as(ImageFormat.JPEG));
                    Luma wanted = luma(reduced);
                    double difference = Ssim.of(wanted, luma(made)) - Ssim.of(wanted, luma(best));
                    double ratio = (double) made.length / best.length;
                    System.out.printf(
                            "%s %s: SSIM %+.4f, bytes %.1f %%%n",
                            photograph.getFileName(), size, difference, 100 * ratio);
                    likeness += difference / photographs.size() / BOXES.length;
                    bytes += ratio / photographs.size() / BOXES.length;
                }
            }
        }
        System.out.printf("mean: SSIM %+.4f, bytes %.1f %%%n", likeness, 100 * bytes);
        assertThat(likeness).isGreaterThanOrEqualTo(-0.015);
        assertThat(bytes).isLessThanOrEqualTo(1.08);
    }

    private static List<Path> chosen(List<Path> all) {
        int every = all.size() < MANY || "all".equals(System.getProperty("latent.photographs")) ? 1 : 3;
        return IntStream.range(0, all.size())
                .filter(i -> i % every == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static byte[] render(Engine engine, byte[] file, WantedRendition wish) {
        return engine.render(RenderJob.of(file, header(file), wish.transformation()));
    }

    private static ImageHeader header(byte[] file) {
        return GATE.admit(file, file.length).orElseThrow();
    }

    private static Luma luma(byte[] file) {
        var picture = Encoded.read(file);
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        byte[] samples = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int rgb = pixels[i];
            samples[i] = (byte) (((rgb >> 16 & 255) * 299 + (rgb >> 8 & 255) * 587 + (rgb & 255) * 114) / 1000);
        }
        return new Luma(new PixelSize(width, picture.getHeight()), samples);
    }
}

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import latent.image.PixelSize;
import latent.render.Engine;
import latent.render.quality.Luma;
import latent.render.quality.Ssim;

/** How much a rendition looks like the original, decoded whole and reduced with Lanczos' kernel: SSIM of the brightness. */
final class FullDecode {
    private final Engine engine;
    private final Luma reference;

    /** @param decoded the original as a PNG file */
    FullDecode(Engine engine, byte[] decoded, int width, int height) throws IOException {
        this.engine = engine;
        this.reference = luma(engine.render(Output.png(decoded, width, height)));
    }

    double of(byte[] file) throws IOException {
        return Ssim.of(reference, luma(decode(engine, file)));
    }

    /** The whole picture as a PNG file. */
    static byte[] decode(Engine engine, byte[] file) {
        PixelSize size = Output.size(file);
        return engine.render(Output.png(file, size.width(), size.height()));
    }

    private static Luma luma(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int width = picture.getWidth();
        int[] rgbs = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        byte[] samples = new byte[rgbs.length];
        for (int i = 0; i < rgbs.length; i++) {
            int rgb = rgbs[i];
            samples[i] = (byte) (((rgb >> 16 & 255) * 299 + (rgb >> 8 & 255) * 587 + (rgb & 255) * 114) / 1000);
        }
        return new Luma(new PixelSize(width, picture.getHeight()), samples);
    }
}

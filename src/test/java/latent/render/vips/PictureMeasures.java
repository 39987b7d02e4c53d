package latent.render.vips;

import java.awt.image.BufferedImage;
import latent.image.PixelSize;
import latent.render.quality.Luma;
import latent.render.quality.Ssim;

/** How alike two pictures are, and how much detail one has. */
final class PictureMeasures {
    private PictureMeasures() {}

    static double of(BufferedImage one, BufferedImage other) {
        return Ssim.of(luma(one), luma(other));
    }

    /** Mean squared difference of neighbours: 0 for an empty picture. */
    static double detail(BufferedImage picture) {
        Luma luma = luma(picture);
        int width = luma.size().width();
        double sum = 0;
        for (int i = 1; i < luma.samples().length; i++) {
            int step = i % width == 0 ? 0 : (luma.samples()[i] & 0xff) - (luma.samples()[i - 1] & 0xff);
            sum += step * step;
        }
        return sum / luma.samples().length;
    }

    private static Luma luma(BufferedImage picture) {
        byte[] samples = new byte[picture.getWidth() * picture.getHeight()];
        for (int i = 0; i < samples.length; i++) {
            int rgb = picture.getRGB(i % picture.getWidth(), i / picture.getWidth());
            samples[i] = (byte) (((rgb >> 16 & 0xff) * 299 + (rgb >> 8 & 0xff) * 587 + (rgb & 0xff) * 114) / 1000);
        }
        return new Luma(new PixelSize(picture.getWidth(), picture.getHeight()), samples);
    }
}

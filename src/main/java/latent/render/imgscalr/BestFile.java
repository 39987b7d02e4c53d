package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import latent.image.PixelSize;
import latent.key.Quality;
import latent.key.Transformation;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.quality.Luma;
import latent.render.quality.QualitySearch;
import latent.render.quality.Ssim;

/** Encodes once where the key names a quality, and searches where it names an aim: {@code q-auto}, {@code max_bytes}, or both. */
final class BestFile {
    /** Structural similarity that {@code q-auto} reaches. */
    private static final double ALIKE = 0.96;

    private final Encoders encoders;
    private final JpegDecoder decoder;
    private final int defaultQuality;

    BestFile(Encoders encoders, JpegDecoder decoder, int defaultQuality) {
        this.encoders = encoders;
        this.decoder = decoder;
        this.defaultQuality = defaultQuality;
    }

    byte[] of(BufferedImage picture, Transformation asked) {
        BufferedImage slim = Grays.slim(picture);
        return switch (asked.format()) {
            case JPEG -> jpeg(slim, asked);
            case PNG -> png(slim, asked);
            default -> throw new IllegalStateException("not in the repertoire");
        };
    }

    private byte[] png(BufferedImage picture, Transformation asked) {
        byte[] file = encoders.png(picture);
        if (file.length > asked.maxBytes()) {
            throw new Refusal(Reason.TOO_LARGE, "The rendition cannot be made that small as a PNG.");
        }
        return file;
    }

    private byte[] jpeg(BufferedImage picture, Transformation asked) {
        QualitySearch search = new QualitySearch(quality -> encoders.jpeg(picture, quality));
        int limit = asked.maxBytes();
        return switch (asked.quality()) {
            case Quality.Fixed fixed -> search.bestWithin(limit, fixed.value());
            case Quality.Default any -> search.bestWithin(limit, defaultQuality);
            case Quality.Auto auto -> {
                Luma wanted = new Luma(new PixelSize(picture.getWidth(), picture.getHeight()), Grays.luma(picture));
                byte[] file = search.smallestReaching(
                        ALIKE, tried -> Ssim.of(wanted, new Luma(wanted.size(), decoder.luma(tried))));
                yield file.length > limit ? search.bestWithin(limit, defaultQuality) : file;
            }
        };
    }
}

package latent.render.vips;

import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.key.Encoding;
import latent.key.Quality;
import latent.key.Rgb;
import latent.render.quality.Luma;
import latent.render.quality.QualitySearch;
import latent.render.quality.Ssim;

/** Encodes once where the key names a quality, and searches where it names an aim: {@code q-auto}, {@code max_bytes}, or both. */
final class BestFile {
    private final Encoder encoder;
    private final Encoding encoding;
    private final double similarity;

    BestFile(Encoder encoder, Encoding encoding, VipsSettings settings) {
        this.encoder = encoder;
        this.encoding = encoding;
        this.similarity = settings.autoSimilarityPerMille() / 1000.0;
    }

    byte[] of(Picture rendition) {
        boolean auto = encoding.quality() instanceof Quality.Auto && encoder.isLossy();
        if (!auto && encoding.maxBytes().isEmpty()) {
            return encoder.encode(rendition, encoder.quality());
        }
        Picture computed = rendition.inMemory();
        QualitySearch search = new QualitySearch(quality -> encoder.encode(computed, quality));
        if (!auto) {
            return search.bestWithin(encoding.maxBytes().getAsInt(), encoder.quality());
        }
        byte[] file = mostAlike(computed, search);
        return encoding.maxBytes().isPresent()
                        && file.length > encoding.maxBytes().getAsInt()
                ? search.bestWithin(encoding.maxBytes().getAsInt(), encoder.quality())
                : file;
    }

    private byte[] mostAlike(Picture computed, QualitySearch search) {
        Luma wanted = luma(computed);
        return search.smallestReaching(similarity, file -> similarity(wanted, luma(decode(computed, file))));
    }

    /** WebP's encoder leaves out a frame that it finds like the one before; such a file cannot be compared, and is not taken. */
    private static double similarity(Luma wanted, Luma encoded) {
        return wanted.size().equals(encoded.size()) ? Ssim.of(wanted, encoded) : 0;
    }

    private Picture decode(Picture encoded, byte[] file) {
        ImageHeader header = new ImageHeader(encoding.format(), encoded.size(), Orientation.TOP_LEFT, 1, false);
        Loader loader = new Loader(encoded.session(), encoded.session().lend(file), header);
        return encoding.format() == ImageFormat.WEBP ? loader.frames() : loader.still(1);
    }

    private static Luma luma(Picture picture) {
        Picture opaque = picture.on(Rgb.WHITE);
        Picture gray = opaque.bands() < 3 ? opaque : opaque.luma();
        return new Luma(picture.size(), gray.operation("rawsave_buffer").bytes());
    }
}

package latent.render.vips;

import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.key.MaxBytes;
import latent.key.Quality;
import latent.key.Rgb;
import latent.key.Transformation;
import latent.render.quality.Luma;
import latent.render.quality.QualitySearch;
import latent.render.quality.Ssim;

/** Encodes once where the key names a quality, and searches where it names an aim: {@code q-auto}, {@code max_bytes}, or both. */
final class BestFile {
    private final Encoder encoder;
    private final Transformation asked;
    private final double similarity;

    BestFile(Encoder encoder, Transformation asked, VipsSettings settings) {
        this.encoder = encoder;
        this.asked = asked;
        this.similarity = settings.autoSimilarityPerMille() / 1000.0;
    }

    byte[] of(Picture rendition) {
        boolean auto = asked.quality() instanceof Quality.Auto && asked.format().isLossy();
        if (!auto && !asked.has(MaxBytes.class)) {
            return encoder.encode(rendition, encoder.quality());
        }
        Picture computed = rendition.inMemory();
        QualitySearch search = new QualitySearch(quality -> encoder.encode(computed, quality));
        if (!auto) {
            return search.bestWithin(asked.maxBytes(), encoder.quality());
        }
        byte[] file = mostAlike(computed, search);
        return file.length > asked.maxBytes() ? search.bestWithin(asked.maxBytes(), encoder.quality()) : file;
    }

    private byte[] mostAlike(Picture computed, QualitySearch search) {
        Luma wanted = luma(computed);
        return search.smallestReaching(similarity, file -> Ssim.of(wanted, luma(decode(computed, file))));
    }

    private Picture decode(Picture encoded, byte[] file) {
        ImageHeader header = new ImageHeader(asked.format(), encoded.size(), Orientation.TOP_LEFT, 1, false);
        return new Loader(encoded.session(), encoded.session().lend(file), header).still(1);
    }

    private static Luma luma(Picture picture) {
        Picture opaque = picture.on(Rgb.WHITE);
        Picture gray = opaque.bands() < 3 ? opaque : opaque.luma();
        return new Luma(picture.size(), gray.operation("rawsave_buffer").bytes());
    }
}

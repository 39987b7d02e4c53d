package latent.render;

import latent.key.MaxBytes;
import latent.key.Quality;
import latent.key.Transformation;
import latent.render.quality.Luma;
import latent.render.quality.QualitySearch;
import latent.render.quality.Ssim;

/** Encodes once where the key names a quality, and searches where it names an aim: {@code q-auto}, {@code max-N}, or both. */
final class EncodingSearch<F, P> {
    private final ImageOperations<F, P> engine;
    private final RenderSettings settings;
    private final Transformation asked;

    EncodingSearch(ImageOperations<F, P> engine, RenderSettings settings, Transformation asked) {
        this.engine = engine;
        this.settings = settings;
        this.asked = asked;
    }

    byte[] encode(P rendition) {
        int quality = asked.quality() instanceof Quality.Fixed fixed ? fixed.value() : settings.quality(asked.format());
        boolean auto = asked.quality() instanceof Quality.Auto && asked.format().isLossy();
        if (!auto && !asked.has(MaxBytes.class)) {
            return engine.encode(rendition, asked, quality);
        }
        P computed = engine.materialize(rendition);
        QualitySearch search = new QualitySearch(tried -> engine.encode(computed, asked, tried));
        if (!auto) {
            return search.bestWithin(asked.maxBytes(), quality);
        }
        byte[] file = mostAlike(computed, search);
        return file.length > asked.maxBytes() ? search.bestWithin(asked.maxBytes(), quality) : file;
    }

    private byte[] mostAlike(P computed, QualitySearch search) {
        Luma wanted = engine.luma(computed);
        return search.smallestReaching(
                settings.autoSimilarityPerMille() / 1000.0,
                file -> similarity(wanted, engine.luma(file, asked.format(), wanted.size())));
    }

    /** An encoder may leave out a frame that it finds like the one before; such a file cannot be compared, and is not taken. */
    private static double similarity(Luma wanted, Luma encoded) {
        return wanted.size().equals(encoded.size()) ? Ssim.of(wanted, encoded) : 0;
    }
}

package latent.render.quality;

import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/** Finds the encoder's quality by trying, each time in the middle of what is left: six or seven files for one that is kept. */
public final class QualitySearch {
    /** Lowest quality: below it there are artefacts that structural similarity does not measure, above all in colours. */
    private static final int LOWEST_FOR_EYES = 40;
    /** Highest quality: above it files grow without a visible difference. */
    private static final int HIGHEST_FOR_EYES = 92;

    private static final int LOWEST = 1;

    private final IntFunction<byte[]> encode;

    /** @param encode makes the file of a quality, 1 to 100; a higher one makes a better and a larger file */
    public QualitySearch(IntFunction<byte[]> encode) {
        this.encode = encode;
    }

    /** The smallest file whose similarity to the picture it was made from reaches the target; the best tried when none does. */
    public byte[] smallestReaching(double target, ToDoubleFunction<byte[]> similarity) {
        int low = LOWEST_FOR_EYES;
        int high = HIGHEST_FOR_EYES;
        byte[] best = encode.apply(high);
        while (low < high) {
            int middle = (low + high) / 2;
            byte[] file = encode.apply(middle);
            if (similarity.applyAsDouble(file) >= target) {
                best = file;
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return best;
    }

    /**
     * The best file of at most {@code maxBytes}.
     *
     * @param quality where to begin, and the highest tried
     * @throws Refusal when even the lowest quality makes a larger one
     */
    public byte[] bestWithin(int maxBytes, int quality) {
        byte[] file = encode.apply(quality);
        if (file.length <= maxBytes) {
            return file;
        }
        int low = LOWEST;
        int high = quality - 1;
        file = encode.apply(LOWEST);
        if (file.length > maxBytes) {
            throw new Refusal(Reason.TOO_LARGE, "The rendition cannot be made as small as " + maxBytes + " bytes.");
        }
        while (low < high) {
            int middle = (low + high + 1) / 2;
            byte[] tried = encode.apply(middle);
            if (tried.length <= maxBytes) {
                file = tried;
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return file;
    }
}

package latent.render.cost;

import java.util.OptionalInt;
import latent.image.ImageFormat;

/** How many files an encoder writes for one that is kept. */
final class FileSearch {
    /** {@code q-auto} halves the range of qualities so often. */
    static final int COMPARISONS = 6;

    private static final int FILES_OF_A_SEARCH = 7;

    private FileSearch() {}

    /**
     * The number of files.
     *
     * @param auto     a quality is searched by likeness
     * @param maxBytes and by size, where the first file is likely to be larger
     */
    static double files(ImageFormat format, boolean auto, OptionalInt maxBytes, double pixels) {
        boolean tooLarge = maxBytes.isPresent() && maxBytes.getAsInt() < pixels * usualBytesPerPixel(format);
        return (auto ? FILES_OF_A_SEARCH : 1) + (tooLarge ? FILES_OF_A_SEARCH : 0);
    }

    private static double usualBytesPerPixel(ImageFormat format) {
        return switch (format) {
            case JPEG -> 0.2;
            case WEBP -> 0.12;
            case AVIF -> 0.08;
            case PNG, GIF, TIFF, HEIC, SVG -> 0.7;
        };
    }
}

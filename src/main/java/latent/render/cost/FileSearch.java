package latent.render.cost;

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
    static double files(ImageFormat format, boolean auto, int maxBytes, double pixels) {
        boolean tooLarge = maxBytes < pixels * FormatCost.of(format).busyBytesPerPixel();
        // a GIF has no quality: the second is as large as the first, and refused
        int more = format == ImageFormat.GIF ? 1 : FILES_OF_A_SEARCH;
        return (auto ? FILES_OF_A_SEARCH : 1) + (tooLarge ? more : 0);
    }
}

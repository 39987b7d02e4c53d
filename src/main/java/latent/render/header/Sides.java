package latent.render.header;

/** Width and height of a picture in an AVIF or HEIC file, in pixels, as a property of it says them (ISO/IEC 23008-12, 6.5). */
record Sides(long width, long height) {
    private static final int PROPERTY_HEADER_BYTES = 4;

    /** What stands in {@code ispe}. */
    static Sides spatialExtents(Cursor content) {
        content.skip(PROPERTY_HEADER_BYTES);
        return new Sides(content.u32(), content.u32());
    }

    static Sides cleanAperture(Cursor content) {
        return new Sides(rounded(content), rounded(content));
    }

    /** A fraction of two numbers, as libheif rounds it. */
    private static long rounded(Cursor content) {
        long numerator = content.u32();
        long denominator = content.u32();
        if (denominator == 0) {
            throw Broken.header("its clean aperture has no size");
        }
        return (numerator + denominator / 2) / denominator;
    }

    long longest() {
        return Math.max(width, height);
    }

    Sides transposed() {
        return new Sides(height, width);
    }

    Sides atLeast(Sides other) {
        return new Sides(Math.max(width, other.width), Math.max(height, other.height));
    }

    Sides atMost(Sides other) {
        return new Sides(Math.min(width, other.width), Math.min(height, other.height));
    }
}

package latent.render.header;

/**
 * What an original may be at most. How long a side is, is no matter of its own: a format has its longest, and an extreme shape costs memory, for
 * which a render waits like for any other.
 *
 * @param maxFileBytes size of the file
 * @param maxPixels    width times height of one frame, as it is coded
 */
public record Limits(long maxFileBytes, long maxPixels) {
    /** The defaults of {@code originals.max-…}, and what a render worker's shared memory has room for. */
    public static final Limits DEFAULT = new Limits(64L << 20, 100_000_000);

    public Limits {
        if (maxFileBytes < 1 || maxPixels < 1) {
            throw new IllegalArgumentException("limits that admit no original: " + this);
        }
    }
}

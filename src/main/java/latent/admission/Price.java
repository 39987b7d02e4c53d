package latent.admission;

/**
 * The price of a render for the rate limits, in thousands of pixels of an ordinary photograph. A render that takes as much CPU time as an ordinary
 * rendition of such a photograph costs as much.
 */
public record Price(long kilopixels) {
    /** The price of a look-up of an original that is not there: one request to S3. */
    public static final Price LOOK_UP = new Price(500);

    /** The price of so many pixels, at least that of a look-up. */
    public static Price ofPixels(long pixels) {
        return new Price(Math.max(LOOK_UP.kilopixels, pixels / 1000));
    }
}

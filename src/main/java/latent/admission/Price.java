package latent.admission;

/**
 * What a render costs, in the unit of the client's and the service's budgets: thousands of pixels of an ordinary photograph. Whatever takes as
 * much CPU time as an ordinary rendition of such a photograph costs as much.
 */
public record Price(long kilopixels) {
    /** Looking for an original that is not there: one request to S3. */
    public static final Price LOOK_UP = new Price(500);

    /** The price of so many pixels, and never less than a look-up. */
    public static Price ofPixels(long pixels) {
        return new Price(Math.max(LOOK_UP.kilopixels, pixels / 1000));
    }
}

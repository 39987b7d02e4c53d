package latent.warm;

/**
 * A receipt: the result for one planned rendition.
 *
 * @param bytes  size of the file, when it was made
 * @param millis time it took
 * @param detail why it was not made; may be empty
 */
public record WarmReceipt(String original, String rendition, Outcome outcome, long bytes, long millis, String detail) {
    /** In words. */
    public enum Outcome {
        /** Rendered and stored. */
        MADE,
        /** Somebody had stored it. */
        THERE,
        /** The original was replaced meanwhile, so it is not kept. */
        OUTDATED,
        /** It cannot be made, now or later: the detail says why. */
        REFUSED,
        /** It was not made, and may be tried again. */
        FAILED
    }
}

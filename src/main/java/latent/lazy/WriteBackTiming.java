package latent.lazy;

/** When a rendition is stored, seen from the visitor who made us render it. */
public enum WriteBackTiming {
    /** The visitor does not wait for S3; the process must go on running once it has answered. */
    AFTER_ANSWER,
    /** For AWS Lambda, which stops the process as soon as it has answered, and may never let it go on. */
    BEFORE_ANSWER
}

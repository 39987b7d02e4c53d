package latent.lazy;

/** Whether a rendition is stored before or after the visitor is answered. */
public enum WriteBackTiming {
    /** The visitor does not wait for S3. The process must keep running after the answer. */
    AFTER_ANSWER,
    /** For AWS Lambda, which stops the process after the answer and may never resume it. */
    BEFORE_ANSWER
}

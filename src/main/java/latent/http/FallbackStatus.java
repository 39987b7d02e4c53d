package latent.http;

/** The status of an answer with a fallback picture. */
public enum FallbackStatus {
    /** The status of the refusal. Browsers show a picture whatever the status is. */
    REFUSAL,
    /** 200, for those who show nothing else. */
    OK
}

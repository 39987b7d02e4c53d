package latent.http;

/** With which status a fallback picture is answered. */
public enum FallbackStatus {
    /** That of the refusal. Browsers show a picture whatever the status is. */
    REFUSAL,
    /** 200, for those who show nothing else. */
    OK
}

package latent.render;

/** An engine that was asked for cannot be had on this machine. The message says why, and is meant for the operator. */
public final class EngineUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason as a sentence. */
    public EngineUnavailable(String why) {
        super(why);
    }

    /** With the reason as a sentence, and what was behind it. */
    public EngineUnavailable(String why, Throwable cause) {
        super(why, cause);
    }
}

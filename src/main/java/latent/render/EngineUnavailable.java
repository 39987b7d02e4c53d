package latent.render;

/** Thrown when an engine cannot be used on this machine. The message gives the operator the reason. */
public final class EngineUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason as a sentence. */
    public EngineUnavailable(String why) {
        super(why);
    }

    /** With the reason as a sentence, and the exception that caused it. */
    public EngineUnavailable(String why, Throwable cause) {
        super(why, cause);
    }
}

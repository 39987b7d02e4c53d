package latent.render;

/** A render was ended because it reached a limit. It says something about this rendition and nothing about other ones of the same original. */
public final class RenderTooExpensive extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What ended it. */
    public enum Limit {
        /** It would do the same again. */
        PROCESSOR_TIME("This rendition takes too long to make; ask for a smaller size or fewer options."),
        /** The machine may have been busy, or the renderer stopped. */
        WALL_TIME("This rendition takes too long to make; ask for a smaller size or fewer options."),
        /** It would do the same again. */
        MEMORY("This rendition takes too much memory to make; ask for a smaller size or fewer options.");

        private final String sentence;

        Limit(String sentence) {
            this.sentence = sentence;
        }

        /** What visitors read when the rendition is refused for it. */
        String sentence() {
            return sentence;
        }
    }

    private final Limit limit;

    public RenderTooExpensive(Limit limit, Throwable cause) {
        super("a render was ended: " + limit, cause);
        this.limit = limit;
    }

    public Limit limit() {
        return limit;
    }
}

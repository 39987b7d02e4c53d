package latent.lazy;

import java.util.Locale;

/** The steps of making a rendition, as they appear in {@code Server-Timing}. */
public enum Stage {
    /** Waiting for another request's render of the same key, or for what it decodes of the same original. */
    SHARED,
    /** Looking whether it is stored meanwhile. */
    STORED,
    /** Reading the first bytes of the original. */
    OPEN,
    /** Waiting for memory and a thread. */
    PERMIT,
    /** Reading the rest of the original. */
    FETCH,
    /** Decoding, resizing, encoding. */
    RENDER;

    /** The metric's name in the header. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

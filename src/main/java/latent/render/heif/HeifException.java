package latent.render.heif;

/** Thrown when libheif reports an error. */
public final class HeifException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int MEMORY_ALLOCATION_ERROR = 6;

    private final int code;

    /**
     * As libheif names the reason.
     *
     * @param code    {@code heif_error_code}
     * @param subcode {@code heif_suberror_code}
     */
    HeifException(int code, int subcode) {
        super("libheif: error " + code + ", " + subcode);
        this.code = code;
    }

    /** It decoded something that is damaged. */
    HeifException(String why) {
        super("libheif: " + why);
        this.code = 0;
    }

    /** When no memory could be had, or more would be needed than is allowed. */
    public boolean isOutOfMemory() {
        return code == MEMORY_ALLOCATION_ERROR;
    }
}

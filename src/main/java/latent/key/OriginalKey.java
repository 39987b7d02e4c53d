package latent.key;

/** The S3 key of an original, as {@code <dir>/<name>.<ext>}; only the grammar makes one, so it holds no segment that could surprise S3. */
public record OriginalKey(String value) {
    /** What the keys of all its renditions begin with: {@code <dir>/<name>}. Those of other originals may begin so too. */
    public String stem() {
        return value.substring(0, value.lastIndexOf('.'));
    }

    @Override
    public String toString() {
        return value;
    }
}

package latent.key;

/** The S3 key of an original, as {@code <dir>/<name>.<ext>}; only the grammar makes one, so it holds no segment that could surprise S3. */
public record OriginalKey(String value) {
    @Override
    public String toString() {
        return value;
    }
}

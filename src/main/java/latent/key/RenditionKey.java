package latent.key;

/**
 * The key of one rendition: its URL path without the leading slash, and its S3 key. Made by {@link KeyGrammar} only.
 *
 * @param value the canonical spelling
 */
public record RenditionKey(String value, OriginalKey original, Spelling spelling, Transformation transformation) {
    @Override
    public String toString() {
        return value;
    }
}

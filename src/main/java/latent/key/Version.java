package latent.key;

/**
 * The page that wrote the key knows which version of the original it means: by the first eight digits of its ETag, so that a replaced original has
 * other URLs and no cache needs to be told of it.
 */
public record Version(String digits) implements Option {
    static final OptionKind<Version> KIND = OptionKind.of(
                    Version.class, "v-[0-9a-f]{8}", Version::new, version -> "v-" + version.digits)
            .documented(
                    "v-XXXXXXXX",
                    "The version of the original that the page means. As long as it is the current one, browsers are told that the rendition never changes"
                            + " (`immutable`). When the original is another by now, the current one is answered, kept by caches for a minute, and not stored.",
                    "XXXXXXXX, the first eight digits of the original's ETag in small letters",
                    "v-9a0364b9",
                    "v-9A0364B9",
                    "v-9a03");

    /**
     * Whether this is that version.
     *
     * @param eTag of an original, with its quotation marks
     */
    public boolean isOf(String eTag) {
        return eTag.startsWith(digits, 1);
    }
}

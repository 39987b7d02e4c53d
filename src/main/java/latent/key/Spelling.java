package latent.key;

/** The styles in which a rendition's key is written. Each style makes a key, and a stored object, of its own. */
public sealed interface Spelling {
    /** {@code widgets/myimage_600_400.jpg}. */
    record Underscore() implements Spelling {}

    /** {@code chucknorris-200x200.jpg}. */
    record Dash() implements Spelling {}

    /** {@code widgets/myimage_p-card.jpg}: the transformation stands in the configuration under this name. */
    record Preset(String name) implements Spelling {}
}

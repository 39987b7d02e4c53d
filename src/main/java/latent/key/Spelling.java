package latent.key;

/** The ways to write one rendition's key. Each is a key of its own, stored under its own name. */
public sealed interface Spelling {
    /** {@code widgets/myimage_600_400.jpg}. */
    record Underscore() implements Spelling {}

    /** {@code chucknorris-200x200.jpg}. */
    record Dash() implements Spelling {}

    /** {@code widgets/myimage_p-card.jpg}: the transformation stands in the configuration under this name. */
    record Preset(String name) implements Spelling {}
}

package latent.key;

/** The styles in which a rendition's key is written. Each style makes a key, and a stored object, of its own. */
public sealed interface Spelling {
    /** {@code widgets/myimage_600_400.jpg}. */
    record Underscore() implements Spelling {
        @Override
        public String print(RequestedSize box, String options) {
            return "_" + box.width() + "_" + box.height() + options;
        }
    }

    /** {@code chucknorris-200x200.jpg}. */
    record Dash() implements Spelling {
        @Override
        public String print(RequestedSize box, String options) {
            return "-" + box.width() + "x" + box.height() + options;
        }
    }

    /** {@code widgets/myimage_p-card.jpg}: the transformation stands in the configuration under this name. */
    record Preset(String name) implements Spelling {
        @Override
        public String print(RequestedSize box, String options) {
            return "_p-" + name;
        }
    }

    /**
     * The end of a stem in this style.
     *
     * @param options their tokens, each after an underscore; empty where there are none
     */
    String print(RequestedSize box, String options);
}

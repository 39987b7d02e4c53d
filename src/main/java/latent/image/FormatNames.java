package latent.image;

import java.util.List;
import java.util.stream.Stream;

/** Sentences that say which formats there are, by their extensions, made of the table {@link ImageFormat} once. */
public final class FormatNames {
    private static final String OF_RENDITIONS = listed(
            Stream.of(ImageFormat.values()).filter(ImageFormat::ofRenditions).map(ImageFormat::extension));

    private static final String MADE = "Renditions are made as " + OF_RENDITIONS + ".";

    private static final String KNOWN = "Originals end in "
            + listed(Stream.of(ImageFormat.values()).flatMap(format -> format.extensions().stream())) + ". " + MADE;

    private FormatNames() {}

    /** Those that a key may ask for: {@code jpg, png or webp}. */
    public static String ofRenditions() {
        return OF_RENDITIONS;
    }

    /**
     * The sentence for an extension that no format has.
     *
     * @param extension without its dot; empty where there is none
     */
    public static String noneIsCalled(String extension) {
        return (extension.isEmpty() ? "This name has no extension. " : "There is no format " + extension + " here. ")
                + KNOWN;
    }

    /** The sentence for an extension that is an original's only, or that renditions spell otherwise. */
    public static String notOfRenditions(String extension) {
        return "No rendition is made as " + extension + ". " + MADE;
    }

    private static String listed(Stream<String> names) {
        List<String> all = names.toList();
        return String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.get(all.size() - 1);
    }
}

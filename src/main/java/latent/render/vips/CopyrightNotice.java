package latent.render.vips;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notice in a header of libvips, which shows a tag as {@code text (text, ASCII, 17 components, 17 bytes)} and takes away what stands in the
 * last brackets when it writes it: not all of it where the notice itself has brackets.
 */
record CopyrightNotice(String text) {
    private static final String FIELD = "exif-ifd0-Copyright";
    private static final Pattern TYPE = Pattern.compile(", [A-Za-z]+, \\d+ components, \\d+ bytes\\)$");
    private static final String BRACKET = " (";

    /** libvips cuts both texts off, near 255 bytes. */
    private static final int MOST_DIFFERENCE = 4;

    /** The notice of a picture; empty when it has none or a blank one. */
    static Optional<CopyrightNotice> of(Picture picture) {
        return picture.text(FIELD)
                .map(CopyrightNotice::plain)
                .filter(text -> !text.isEmpty())
                .map(CopyrightNotice::new);
    }

    /** Writes it into the header of a copy. */
    void into(Picture copy) {
        copy.setText(FIELD, text + BRACKET + "ASCII)");
    }

    /** Has a picture bear a notice that another decoder has read, so that {@link #of} finds it. */
    static void plainInto(Picture copy, String text) {
        copy.setText(FIELD, text);
    }

    /** The text alone. */
    static String plain(String shown) {
        Matcher type = TYPE.matcher(shown);
        if (!type.find()) {
            return clean(shown);
        }
        String twice = shown.substring(0, type.start());
        for (int at = twice.indexOf(BRACKET); at >= 0; at = twice.indexOf(BRACKET, at + 1)) {
            String first = clean(twice.substring(0, at));
            String second = clean(twice.substring(at + BRACKET.length()));
            if (second.startsWith(first) && second.length() - first.length() <= MOST_DIFFERENCE) {
                return first;
            }
        }
        return clean(twice.substring(0, Math.max(0, twice.lastIndexOf(BRACKET))));
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}

package latent.render.svg;

import java.util.List;
import java.util.regex.Pattern;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/** Style sheets, style attributes, and single properties: whether they keep to their own file. */
final class Style {
    /** Of an escape nobody can say what it means without being a parser, and the rules with an at sign are there to fetch something. */
    private static final Pattern DARK = Pattern.compile("[\\\\@]");

    private static final Pattern URL = Pattern.compile("(?i)url\\s*\\(");
    private static final Pattern INSIDE = Pattern.compile("(?i)url\\(\\s*[\"']?#([^\"')\\s]+)");

    private Style() {}

    /** The same text, when it refers to nothing outside of its file. */
    static String checked(String style) {
        if (DARK.matcher(style).find()
                || URL.matcher(style).results().count()
                        != INSIDE.matcher(style).results().count()) {
            throw outside();
        }
        return style;
    }

    /** What it refers to. */
    static List<String> targets(String style) {
        return INSIDE.matcher(style)
                .results()
                .map(reference -> reference.group(1))
                .toList();
    }

    /** What an {@code href} refers to. */
    static String target(String href) {
        if (!href.strip().startsWith("#")) {
            throw outside();
        }
        return href.strip().substring(1);
    }

    private static Refusal outside() {
        return new Refusal(
                Reason.UNSUPPORTED_FORMAT,
                "The original is an SVG that refers, or may refer, to something outside itself.");
    }
}

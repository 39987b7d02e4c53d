package latent.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The attributes of an element, escaped. */
final class HtmlAttributes {
    private static final Pattern SPECIAL = Pattern.compile("[&<>\"]");

    private final List<String> written = new ArrayList<>();

    HtmlAttributes add(String name, String value) {
        String escaped = SPECIAL.matcher(value)
                .replaceAll(sign -> "&#" + (int) sign.group().charAt(0) + ";");
        written.add(name + "=\"" + escaped + "\"");
        return this;
    }

    /** A side in CSS pixels; none where it is 0. */
    HtmlAttributes addSide(String name, int pixels) {
        return pixels > 0 ? add(name, String.valueOf(pixels)) : this;
    }

    @Override
    public String toString() {
        return String.join(" ", written);
    }
}

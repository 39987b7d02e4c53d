package latent.logging;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Writes JSON (RFC 8259) of maps, collections, numbers, booleans, optionals and texts; everything else as its text. All that is not printable ASCII
 * is an escape, so that what strangers have written can neither end a line nor move a terminal's cursor.
 */
public final class Json {
    private Json() {}

    public static String of(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(field -> quoted(String.valueOf(field.getKey())) + ":" + of(field.getValue()))
                        .collect(joining(",", "{", "}"));
            case Collection<?> items -> items.stream().map(Json::of).collect(joining(",", "[", "]"));
            case Optional<?> maybe -> maybe.map(Json::of).orElse("null");
            case Double number -> Double.isFinite(number) ? number.toString() : "null";
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> quoted(value.toString());
        };
    }

    /** A text in quotation marks. */
    public static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7e) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}

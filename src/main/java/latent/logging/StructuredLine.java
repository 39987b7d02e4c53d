package latent.logging;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One line of the log as names and values, in order. Texts are cut at a bound of theirs; as text they stand in quotation marks unless they are one
 * plain word. Used by one thread.
 */
public final class StructuredLine {
    private static final Pattern PLAIN = Pattern.compile("[!#-\\[\\]-~]+");
    private static final String NONE = "-";

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Adds a number. */
    public StructuredLine with(String name, long value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a text of at most so many characters; what is longer ends in {@code ...}. An empty one is left out. */
    public StructuredLine with(String name, String value, int most) {
        if (!value.isEmpty()) {
            fields.put(name, value.length() > most ? value.substring(0, most) + "..." : value);
        }
        return this;
    }

    /** Adds one word; an empty one is {@code -}. */
    public StructuredLine withWord(String name, String value, int most) {
        return with(name, value.isEmpty() ? NONE : value, most);
    }

    /** As the format wants it, without a line feed. */
    public String in(LogFormat format) {
        return switch (format) {
            case JSON -> Json.of(fields);
            case TEXT ->
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + text(field.getValue().toString()))
                        .collect(joining(" "));
        };
    }

    private static String text(String value) {
        return PLAIN.matcher(value).matches() ? value : Json.quoted(value);
    }
}

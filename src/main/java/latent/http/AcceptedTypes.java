package latent.http;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header {@code Accept} (RFC 9110, 12.5.1). */
final class AcceptedTypes {
    private static final Pattern RANGE = Pattern.compile("\\s*([^;\\s]+)\\s*(;.*)?");
    private static final Pattern REFUSED = Pattern.compile(";\\s*[qQ]\\s*=\\s*0(\\.0*)?\\s*(;|$)");

    private AcceptedTypes() {}

    /** Whether a media type is accepted, by the most specific range that matches it. Without the header everything is accepted. */
    static boolean accept(Enumeration<String> lines, String mediaType) {
        List<Matcher> ranges = Collections.list(lines).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(RANGE::matcher)
                .filter(Matcher::matches)
                .toList();
        String group = mediaType.replaceFirst("/.*", "/*");
        List<String> fromWorstToBest = List.of("*/*", group, mediaType);
        Optional<Matcher> best = ranges.stream()
                .filter(range -> fromWorstToBest.contains(name(range)))
                .max(Comparator.comparingInt(range -> fromWorstToBest.indexOf(name(range))));
        return best.map(range -> !refused(range)).orElse(ranges.isEmpty());
    }

    private static String name(Matcher range) {
        return range.group(1).toLowerCase(Locale.ROOT);
    }

    private static boolean refused(Matcher range) {
        return range.group(2) != null && REFUSED.matcher(range.group(2)).find();
    }
}

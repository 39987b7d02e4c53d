package latent.store.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which version of a file an answer is of: its ETag, a weak one too, which changes with what is seen; else its {@code Last-Modified}; else nothing that a
 * header says, and the digest of its bytes has to do. Written as an ETag is, so that it can be compared, kept with renditions, and turned into the
 * condition of another request.
 */
final class SourceVersion {
    /** RFC 9110, 8.8.3, in ASCII; what is longer would not fit where renditions keep it. */
    private static final Pattern ETAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e]{1,128}\"");

    private static final Pattern MODIFIED = Pattern.compile("\"modified-([0-9]{1,12})\"");

    private static final String DIGEST = "\"sha256-";

    private SourceVersion() {}

    /** Empty when no header says it. */
    static Optional<String> of(SourceAnswer answer) {
        return answer.header("ETag")
                .filter(eTag -> ETAG.matcher(eTag).matches())
                .or(() -> answer.header("Last-Modified").flatMap(SourceVersion::modified));
    }

    private static Optional<String> modified(String date) {
        try {
            Instant time = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            return Optional.of("\"modified-" + Math.max(0, time.getEpochSecond()) + '"');
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static String ofDigest(byte[] sha256) {
        return DIGEST + HexFormat.of().formatHex(sha256) + '"';
    }

    /** The header that asks for nothing where this is still the version. */
    static Map<String, String> unless(String version) {
        return date(version)
                .map(date -> Map.of("If-Modified-Since", date))
                .orElseGet(() -> version.startsWith(DIGEST) ? Map.of() : Map.of("If-None-Match", version));
    }

    /** The header that asks for this version alone; none where a condition cannot say it, as with a weak ETag (RFC 9110, 13.1.1). */
    static Map<String, String> only(String version) {
        return date(version)
                .map(date -> Map.of("If-Unmodified-Since", date))
                .orElseGet(() -> version.startsWith("W/") || version.startsWith(DIGEST)
                        ? Map.of()
                        : Map.of("If-Match", version));
    }

    private static Optional<String> date(String version) {
        Matcher modified = MODIFIED.matcher(version);
        return modified.matches()
                ? Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(
                        Instant.ofEpochSecond(Long.parseLong(modified.group(1))), ZoneOffset.UTC)))
                : Optional.empty();
    }
}

package latent.check;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latent.http.RefusalHeader;

/** A whole HTTP answer. {@code body} is not to be changed. */
@SuppressWarnings("ArrayRecordComponent") // read, never compared as a record
public record HttpAnswer(URI asked, int status, HttpHeaders headers, byte[] body) {
    private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d{1,10})");
    private static final int SENTENCE = 100;

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    boolean redirects() {
        return status > 300 && status < 309 && status != 304;
    }

    /** Whether it is a picture, and not a fallback picture. */
    boolean isPicture() {
        return status == 200 && refusal().isEmpty();
    }

    /** The sentence of a refusal that is answered with a fallback picture. */
    Optional<String> refusal() {
        return header(RefusalHeader.NAME);
    }

    /** Target of the redirect; empty when there is none, or it is no URL. */
    Optional<URI> location() {
        try {
            return header("Location").map(asked::resolve);
        } catch (IllegalArgumentException noUrl) {
            return Optional.empty();
        }
    }

    /** Whether a CloudFront distribution answered, by its header {@code X-Cache}. */
    boolean byDistribution() {
        return header("X-Cache").isPresent();
    }

    /** Whether the answer came from a cache. */
    boolean fromCache() {
        return cached().startsWith("hit") || age() > 0;
    }

    private String cached() {
        return header("X-Cache").orElse("").toLowerCase(Locale.ROOT);
    }

    long age() {
        return headers.firstValueAsLong("Age").orElse(0);
    }

    Optional<Long> maxAge() {
        return header("Cache-Control")
                .map(MAX_AGE::matcher)
                .filter(Matcher::find)
                .map(found -> Long.parseLong(found.group(1)));
    }

    boolean isXml() {
        return header("Content-Type").orElse("").contains("xml");
    }

    /** The status, or for an error its sentence, shortened. */
    String told() {
        if (refusal().isPresent()) {
            return quoted(refusal().get());
        }
        String type = header("Content-Type").orElse("");
        if (status < 400 || !type.startsWith("text/plain")) {
            return Integer.toString(status);
        }
        String text = new String(body, StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
        return text.isEmpty() ? Integer.toString(status) : quoted(text);
    }

    private String quoted(String text) {
        return status + " \"" + text.substring(0, Math.min(SENTENCE, text.length())) + "\"";
    }
}

package latent.local.edge;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The directives of an origin about caching its answer.
 *
 * @param lifetime   {@code s-maxage}, else {@code max-age}, else the time left to {@code Expires}; never negative
 * @param prohibited {@code no-store}, {@code no-cache} or {@code private}
 * @param storable   false for {@code no-store} and {@code private}
 * @param staleWhileRevalidate for how long after that it may be served while the origin is asked (RFC 5861, 3)
 * @param staleIfError for how long after that it may be served instead of a failure (RFC 5861, 4)
 */
record CacheControl(
        Optional<Duration> lifetime,
        boolean prohibited,
        boolean storable,
        Optional<Duration> staleWhileRevalidate,
        Optional<Duration> staleIfError) {
    static CacheControl of(HttpHeaders headers, Instant now) {
        List<String> directives = headers.allValues("Cache-Control").stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
                .toList();
        boolean storable = !directives.contains("no-store") && !directives.contains("private");
        Optional<Duration> lifetime = seconds(directives, "s-maxage=")
                .or(() -> seconds(directives, "max-age="))
                .or(() -> headers.firstValue("Expires").map(date -> until(date, now)));
        return new CacheControl(
                lifetime,
                !storable || directives.contains("no-cache"),
                storable,
                seconds(directives, "stale-while-revalidate="),
                seconds(directives, "stale-if-error="));
    }

    /** True when the origin sent any directive or {@code Expires}. */
    boolean present() {
        return prohibited || lifetime.isPresent();
    }

    private static Optional<Duration> seconds(List<String> directives, String name) {
        return directives.stream()
                .filter(directive -> directive.startsWith(name))
                .map(directive -> directive.substring(name.length()).replace("\"", ""))
                .filter(digits -> digits.matches("[0-9]{1,10}"))
                .map(digits -> Duration.ofSeconds(Long.parseLong(digits)))
                .findFirst();
    }

    /** A date that cannot be read is past, {@code Expires: 0} for one (RFC 9111, 5.3). */
    private static Duration until(String date, Instant now) {
        try {
            Instant expires = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return expires.isAfter(now) ? Duration.between(now, expires) : Duration.ZERO;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}

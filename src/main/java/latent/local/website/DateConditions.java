package latent.local.website;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import latent.local.web.Request;

/**
 * Evaluates conditional headers with dates: S3Proxy compares them with the file's time to the millisecond, so that the very Last-Modified it sent
 * counts as older. Conditions on ETags go before them (RFC 9110, 13.2.2).
 */
final class DateConditions {
    private DateConditions() {}

    /** True when the answer is 304: not modified since a date that is past. S3 ignores one to come. */
    static boolean notModified(Request request, HttpHeaders object, Instant now) {
        return request.header("If-None-Match").isEmpty()
                && date(request.header("If-Modified-Since"))
                        .filter(since -> !since.isAfter(now))
                        .filter(since -> !lastModified(object).isAfter(since))
                        .isPresent();
    }

    /** True when the answer is 412: modified since a date that the visitor insists on. */
    static boolean failed(Request request, HttpHeaders object) {
        return request.header("If-Match").isEmpty()
                && date(request.header("If-Unmodified-Since"))
                        .filter(since -> lastModified(object).isAfter(since))
                        .isPresent();
    }

    private static Instant lastModified(HttpHeaders object) {
        return date(object.firstValue("Last-Modified")).orElse(Instant.MAX);
    }

    private static Optional<Instant> date(Optional<String> header) {
        try {
            return header.map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package latent.local.website;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.local.web.Body;
import latent.local.web.HeaderFields;
import latent.local.web.Reply;

/** The HTML that S3 sends when the bucket has no page of its own; line by line as LocalStack recorded it from AWS. */
final class BuiltInPage {
    /** One line of the list below the title. */
    record Detail(String name, String value) {}

    private BuiltInPage() {}

    static Reply error(WebsiteError error, List<Detail> details, RequestIds ids) {
        return error(error, details, ids, Optional.empty());
    }

    /** The page of a missing key whose error document is missing as well. */
    static Reply error(WebsiteError error, List<Detail> details, RequestIds ids, Optional<String> missingErrorKey) {
        String custom = missingErrorKey
                .map(key -> "<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>\n"
                        + list(lines(WebsiteError.NO_SUCH_KEY, List.of(new Detail("Key", key)))))
                .orElse("");
        String list = list(Stream.concat(
                lines(error, details),
                Stream.of(new Detail("RequestId", ids.requestId()), new Detail("HostId", ids.hostId()))));
        return page(error.status(), error.title(), list + custom, errorHeaders(error, details));
    }

    /** The page that goes with the redirect of a folder without its slash; a routing rule's redirect has none. */
    static Reply found(String location, RequestIds ids) {
        String list = list(Stream.of(
                new Detail("Code", "Found"),
                new Detail("Message", "Resource Found"),
                new Detail("RequestId", ids.requestId()),
                new Detail("HostId", ids.hostId())));
        HeaderFields headers = HeaderFields.none()
                .set("Location", location)
                .set("x-amz-error-code", "Found")
                .set("x-amz-error-message", "Resource Found");
        return page(302, "302 Moved Temporarily", list, headers);
    }

    static HeaderFields errorHeaders(WebsiteError error, List<Detail> details) {
        HeaderFields headers =
                HeaderFields.none().set("x-amz-error-code", error.code()).set("x-amz-error-message", error.message());
        details.forEach(detail -> headers.set("x-amz-error-detail-" + detail.name(), ObjectKey.encode(detail.value())));
        return headers;
    }

    private static Stream<Detail> lines(WebsiteError error, List<Detail> details) {
        return Stream.concat(
                Stream.of(new Detail("Code", error.code()), new Detail("Message", error.message())), details.stream());
    }

    private static String list(Stream<Detail> details) {
        return details.map(detail -> "<li>" + detail.name() + ": " + escaped(detail.value()) + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    private static Reply page(int status, String title, String content, HeaderFields headers) {
        String html = "<html>\n<head><title>" + title + "</title></head>\n<body>\n<h1>" + title + "</h1>\n" + content
                + "<hr/>\n</body>\n</html>\n";
        return new Reply(
                status,
                headers.set("Content-Type", "text/html; charset=utf-8").build(),
                Body.of(html.getBytes(StandardCharsets.UTF_8)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

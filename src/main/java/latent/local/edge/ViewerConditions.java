package latent.local.edge;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latent.local.web.Body;
import latent.local.web.HeaderFields;
import latent.local.web.Reply;
import latent.local.web.Request;

/** A viewer's If-None-Match and Range, answered from the whole object that the edge holds. */
final class ViewerConditions {
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=([0-9]{1,18})-([0-9]{1,18})?");

    private ViewerConditions() {}

    static Reply apply(Request request, FetchedResponse fetched) {
        if (fetched.status() == 200) {
            Optional<String> etag = fetched.headers().firstValue("ETag");
            if (etag.isPresent()
                    && request.header("If-None-Match")
                            .filter(asked -> names(asked, etag.get()))
                            .isPresent()) {
                return new Reply(304, fetched.headers(), Body.empty());
            }
            Matcher range = ONE_RANGE.matcher(request.header("Range").orElse(""));
            if (range.matches() && !request.isHead()) {
                return part(fetched, range);
            }
        }
        return whole(request, fetched);
    }

    private static boolean names(String asked, String etag) {
        return asked.equals("*")
                || Arrays.stream(asked.split(",", -1))
                        .anyMatch(one -> one.strip().replaceFirst("^W/", "").equals(etag));
    }

    private static Reply whole(Request request, FetchedResponse fetched) {
        Body body = Body.of(fetched.bytes());
        long length = request.isHead() && fetched.bytes().length == 0
                ? fetched.headers().firstValueAsLong("Content-Length").orElse(0)
                : body.length();
        return new Reply(fetched.status(), fetched.headers(), new Body(body.stream(), length));
    }

    private static Reply part(FetchedResponse fetched, Matcher range) {
        int length = fetched.bytes().length;
        long first = Long.parseLong(range.group(1));
        long last = Math.min(length - 1L, range.group(2) == null ? Long.MAX_VALUE : Long.parseLong(range.group(2)));
        HeaderFields headers = HeaderFields.of(fetched.headers());
        if (first > last) {
            return new Reply(
                    416, headers.set("Content-Range", "bytes */" + length).build(), Body.empty());
        }
        headers.set("Content-Range", "bytes " + first + "-" + last + "/" + length);
        byte[] bytes = Arrays.copyOfRange(fetched.bytes(), (int) first, (int) last + 1);
        return new Reply(206, headers.build(), Body.of(bytes));
    }
}

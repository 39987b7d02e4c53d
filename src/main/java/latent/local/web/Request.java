package latent.local.web;

import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * One request as it came: nothing decoded, nothing normalised. Its body, if any, is not read.
 *
 * @param target  the request target, path and query, with the escapes of the sender
 * @param visitor the other end of the connection
 */
public record Request(String method, String target, HttpHeaders headers, InetSocketAddress visitor) {
    /** The target before its first question mark. */
    public String rawPath() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** The target after its first question mark. */
    public Optional<String> rawQuery() {
        int mark = target.indexOf('?');
        return mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1));
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public boolean isHead() {
        return method.equals("HEAD");
    }

    /** True for the two methods that read. */
    public boolean reads() {
        return method.equals("GET") || isHead();
    }
}

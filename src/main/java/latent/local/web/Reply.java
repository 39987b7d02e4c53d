package latent.local.web;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** One answer. {@code Content-Length} and {@code Date} are the server's to add, so they are not among the headers. */
public record Reply(int status, HttpHeaders headers, Body body) {
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public Reply withHeaders(HttpHeaders others) {
        return new Reply(status, others, body);
    }
}

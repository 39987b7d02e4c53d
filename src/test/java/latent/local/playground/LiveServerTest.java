package latent.local.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import latent.local.RawHttp;
import org.junit.jupiter.api.Test;

class LiveServerTest {
    private static final URI WEBSITE = URI.create("http://localhost:8080");

    @Test
    void pages_of_the_website_may_read_the_numbers_and_no_others() throws IOException {
        try (PlaygroundEdges edges = PlaygroundEdges.start(WEBSITE, WEBSITE, Clock.systemUTC());
                LiveServer live = LiveServer.start(WEBSITE, () -> "latent_x 1\n", edges)) {
            RawHttp http = RawHttp.to(live.url());
            assertThat(allowed(http, "http://localhost:8080")).hasValue("http://localhost:8080");
            assertThat(allowed(http, "http://127.0.0.1:8080")).hasValue("http://127.0.0.1:8080");
            assertThat(allowed(http, "https://elsewhere.example")).isEmpty();
            assertThat(allowed(http, "null")).isEmpty();
            assertThat(http.get("/live").text()).contains("\"metrics\":\"latent_x 1\\n\"", "\"code\":\"ARN1\"");
            assertThat(http.get("/other").status()).isEqualTo(404);
        }
    }

    private static Optional<String> allowed(RawHttp http, String origin) throws IOException {
        return http.get("/live", "Origin: " + origin).header("Access-Control-Allow-Origin");
    }
}

package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import latent.kit.DemoProcess;
import latent.kit.PlaygroundBrowser;
import latent.local.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaygroundOfSignedKeysTest {
    private static final String SECRET = "a-secret-of-the-playground";

    @Test
    void the_page_signs_with_the_secret_that_is_typed_and_contains_none(@TempDir Path data) throws Exception {
        PlaygroundBrowser browser = PlaygroundBrowser.orSkip(data);
        try (DemoProcess demo = DemoProcess.start(
                data,
                "--set=keys.signing-secrets=" + SECRET,
                "--set=keys.ladder=600x400,300x0,320x213",
                "--set=keys.presets=card=600x400_fill",
                "--set=render.engine=imgscalr")) {
            String told = RawHttp.to(demo.website())
                    .get("/-/playground/deployment.json")
                    .text();
            assertThat(told)
                    .contains("\"signed\":true", "\"formats\":[\"jpg\",\"png\"]", "\"ladder\":[\"300x0\"")
                    .doesNotContain(SECRET);
            browser.play("signed", demo.playground());
        }
    }
}

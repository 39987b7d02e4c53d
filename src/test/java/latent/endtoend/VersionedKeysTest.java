package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that name the version of their original: a page that knows it needs no purge. */
class VersionedKeysTest {
    private Stack stack;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        stack = Stack.start(data, Map.of("render.engine", "imgscalr"));
        stack.putOriginal("a.jpg", Stack.jpeg(120, 90));
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void the_current_version_is_immutable_from_us_and_from_s3() throws Exception {
        String key = "a_60_40_v-" + version() + ".jpg";
        Answer made = stack.processor().get("/" + key);
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.header("Cache-Control")).contains("public, max-age=12312312, immutable");
        assertThat(stack.storedAfter(1)).containsExactly(key);
        Answer stored = stack.website().get("/" + key);
        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.header("Cache-Control")).contains("public, max-age=12312312, immutable");
        assertThat(stored.body()).isEqualTo(made.body());
    }

    @Test
    void a_key_of_another_version_gets_the_current_picture_for_a_minute_and_is_never_stored() throws Exception {
        String before = "a_60_40_v-" + version() + ".jpg";
        stack.putOriginal("a.jpg", Stack.jpeg(90, 120));
        for (String key : new String[] {before, "a_60_40_v-00000000.jpg"}) {
            Answer answer = stack.processor().get("/" + key);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).contains("public, max-age=60");
            assertThat(answer.body())
                    .isEqualTo(stack.processor().get("/a_60_40.jpg").body());
        }
        assertThat(stack.storedAfter(1)).containsExactly("a_60_40.jpg");
    }

    @Test
    void a_key_without_a_version_is_cached_as_ever() throws Exception {
        assertThat(stack.processor().get("/a_60_40.jpg").header("Cache-Control"))
                .contains("public, max-age=12312312");
    }

    private String version() {
        return stack.s3
                .client()
                .headObject(head -> head.bucket("originals").key("a.jpg"))
                .eTag()
                .substring(1, 9);
    }
}

package latent.local.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {
    @Property
    void any_key_is_encoded_to_a_path_that_decodes_once_to_it(@ForAll @StringLength(max = 40) String key) {
        // Half a surrogate pair is no character, and no UTF-8.
        Assume.that(key.equals(new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)));
        String path = "/" + new ObjectKey(key).encoded();
        assertThat(path).matches("[!-~]*").doesNotContain("?", "#", "\\", "\"", "<", ">");
        assertThat(ObjectKey.ofRawPath(path)).contains(new ObjectKey(key));
        assertThat(URI.create("http://p.example" + path).getHost()).isEqualTo("p.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "http://h/x", "/%", "/%4", "/%zz", "/%-1", "/%ff", "/%C0%AF", "/%ED%A0%80", "/\u20ac"})
    void a_path_that_is_none_has_no_key(String path) {
        assertThat(ObjectKey.ofRawPath(path)).isEmpty();
    }
}

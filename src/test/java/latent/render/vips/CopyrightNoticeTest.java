package latent.render.vips;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyrightNoticeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "(c) Ada",
                "Ada (London)",
                "x (x",
                "Ada (London) (Paris), ASCII, 1 components, 1 bytes)",
                "© Ada"
            })
    void the_text_is_found_in_what_libvips_shows(String text) {
        String shown = text + "  (" + text + " , ASCII, 17 components, 17 bytes)";
        assertThat(CopyrightNotice.plain(shown)).isEqualTo(text);
    }
}

package latent.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import latent.image.ImageFormat;
import latent.key.KeyGrammar;
import latent.key.RenditionKey;
import latent.key.Signing;
import latent.kit.TestKeys;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleRenditionTest {
    private static final KeyGrammar GRAMMAR = TestKeys.GRAMMAR;

    @ParameterizedTest
    @ValueSource(strings = {"", "600x400", "320x0"})
    void what_is_asked_for_is_a_key_that_differs_each_time(String size) {
        SampleRendition sample = sample("widgets/myimage.jpg", size);
        Set<String> paths = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            RenditionKey key = parsed(sample.fresh());
            assertThat(key.original().value()).isEqualTo("widgets/myimage.jpg");
            assertThat(parsed(sample.missing()).original().value()).startsWith("widgets/myimage-missing");
            paths.add(key.value());
        }
        assertThat(paths).hasSizeGreaterThan(490);
    }

    @Test
    void a_name_that_needs_escapes_is_a_path_with_escapes() {
        SampleRendition sample = sample("caf\u00e9 #1.jpg", "");
        assertThat(sample.originalPath()).isEqualTo("/caf%C3%A9%20%231.jpg");
        for (String path : List.of(sample.fresh(), sample.missing(), sample.malformed())) {
            assertThat(path).startsWith("/caf%C3%A9%20%231").endsWith(".jpg").doesNotContain(" ", "#");
        }
    }

    @Test
    void a_size_stays_on_the_ladder() {
        assertThat(sample("a.png", "600x400").fresh()).matches("/a_600_400_bg-[0-9a-f]{6}\\.png");
    }

    @Test
    void what_not_everyone_can_show_is_asked_for_as_a_jpeg() {
        RenditionKey key = parsed(sample("a/b.webp", "").fresh());
        assertThat(key.transformation().format()).isEqualTo(ImageFormat.JPEG);
        assertThat(key.original().value()).isEqualTo("a/b.webp");
    }

    @Test
    void where_keys_are_signed_so_is_what_is_asked_for() {
        Signing signing = new Signing(List.of("a-secret-of-the-tests-1"));
        KeyGrammar signed = new KeyGrammar(TestKeys.RULES, signing);
        SampleRendition sample = new SampleRendition("a/b.webp", Optional.empty(), signing, new Random(7));
        for (String path : List.of(sample.fresh(), sample.missing())) {
            assertThat(signed.parse(path.substring(1)).value()).isEqualTo(path.substring(1));
        }
    }

    @Test
    void the_malformed_sample_key_is_refused() {
        assertThatThrownBy(() -> parsed(sample("a.jpg", "").malformed())).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.txt", "/a.jpg", "a//b.jpg", "a\\\\b.jpg", "../a.jpg"})
    void what_is_no_original_is_refused(String original) {
        assertThatThrownBy(() -> sample(original, "")).isInstanceOf(Refusal.class);
    }

    private static SampleRendition sample(String original, String size) {
        return new SampleRendition(
                original, Optional.of(size).filter(text -> !text.isEmpty()), Signing.OFF, new Random(7));
    }

    private static RenditionKey parsed(String path) {
        return GRAMMAR.parse(path.substring(1));
    }
}

package latent.builder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.key.Alphabet;
import latent.key.Background;
import latent.key.Blur;
import latent.key.DevicePixelRatio;
import latent.key.Fit;
import latent.key.Grayscale;
import latent.key.KeyRules;
import latent.key.PercentEncoding;
import latent.key.Quality;
import latent.key.RenditionKey;
import latent.key.Rgb;
import latent.key.Spelling;
import latent.key.Version;
import latent.key.WatermarkName;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Keys are what the server says of them in the shared vectors. */
class BuilderKeysTest {
    private static final JsonNode VECTORS = SharedVectors.read("vectors.json");
    private static final String SECRET = "a-secret-of-the-readme";

    @ParameterizedTest
    @EnumSource(Alphabet.class)
    void what_a_key_says_is_written_back_to_the_same_and_what_is_none_is_refused(Alphabet alphabet) {
        LatentKeys keys = SharedVectors.keys(VECTORS.get("rules"), alphabet);
        JsonNode vectors = VECTORS.get(alphabet == Alphabet.SAFE ? "keys" : "unicode");
        assertTrue(vectors.size() > 5);
        for (JsonNode vector : vectors) {
            String text = vector.get("key").asString();
            if (vector.has("reason")) {
                Refusal refusal = assertThrows(Refusal.class, () -> keys.parse(text), text);
                assertEquals(vector.get("sentence").asString(), refusal.sentence());
                assertEquals(vector.get("reason").asString(), refusal.reason().name());
            } else {
                RenditionKey key = keys.parse(text);
                assertEquals(vector.get("original").asString(), key.original().value());
                assertEquals(
                        SharedVectors.texts(vector.get("options")),
                        key.transformation().tokens());
                LatentKeys ofItsStyle = key.spelling() instanceof Spelling.Dash ? keys.inDashStyle() : keys;
                assertEquals(text, ofItsStyle.key(key.original().value(), RenditionSpec.of(key)));
            }
        }
    }

    @Test
    void keys_are_signed_as_the_server_signs_them() {
        LatentKeys keys = SharedVectors.keys(VECTORS.get("rules"), Alphabet.SAFE);
        assertTrue(VECTORS.get("signed").size() > 3);
        for (JsonNode vector : VECTORS.get("signed")) {
            RenditionKey key = keys.parse(vector.get("key").asString());
            LatentKeys style = key.spelling() instanceof Spelling.Dash ? keys.inDashStyle() : keys;
            LatentKeys signing = style.signedWith(vector.get("secret").asString());
            String signed = signing.key(key.original().value(), RenditionSpec.of(key));
            assertEquals(vector.get("signed").asString(), signed);
            assertEquals(key.transformation(), signing.parse(signed).transformation());
        }
    }

    @Test
    void keys_become_paths_of_urls_as_the_server_spells_them() {
        assertTrue(VECTORS.get("paths").size() > 5);
        VECTORS.get("paths")
                .forEach(vector -> assertEquals(
                        vector.get("path").asString(),
                        PercentEncoding.ofPath(vector.get("key").asString())));
    }

    @Test
    void options_are_spelt_in_their_one_order_and_defaults_are_not() {
        RenditionSpec spec = RenditionSpec.of(600, 400)
                .with(new Version("9a0364b9"), new Quality.Fixed(80), new Quality.Fixed(75), new Grayscale(), Fit.FILL)
                .with(new DevicePixelRatio(1));
        assertEquals("a/photo_600_400_fill_gray_q-75_v-9a0364b9.jpg", LatentKeys.DEFAULT.key("a/photo.jpg", spec));
        assertEquals(
                "photo-0x400.png.webp",
                LatentKeys.DEFAULT
                        .inDashStyle()
                        .key("photo.png", RenditionSpec.ofHeight(400).as(ImageFormat.WEBP)));
        assertEquals(
                "photo_600_0.jpg",
                LatentKeys.DEFAULT.key("photo.jpg", RenditionSpec.ofWidth(600).as(ImageFormat.JPEG)));
    }

    @Test
    void what_a_key_would_not_say_is_refused() {
        for (RenditionSpec bad : new RenditionSpec[] {
            RenditionSpec.of(60, 40).with(new Blur(501)),
            RenditionSpec.of(60, 40).with(new WatermarkName("logo_q-80")),
            RenditionSpec.of(60, 40).with(new Background(new Rgb(300, 0, 0))),
            RenditionSpec.ofWidth(60).with(Fit.FILL),
            RenditionSpec.ofWidth(4097),
            RenditionSpec.ofWidth(1 << 30).with(new DevicePixelRatio(4)),
            RenditionSpec.ofWidth((1 << 30) + 1).with(new DevicePixelRatio(4)),
            RenditionSpec.ofWidth(60).as(ImageFormat.TIFF),
            RenditionSpec.ofPreset("none"),
        }) {
            assertThrows(RuntimeException.class, () -> LatentKeys.DEFAULT.key("a.jpg", bad), bad.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jpg", ".jpg", "a/.jpg", "a.txt", "a", "", "/a.jpg", "a/../b.jpg", "-/a.jpg", "a%.jpg", "a_1_2"})
    void what_is_no_original_s_key_is_refused(String original) {
        LatentKeys keys = LatentKeys.DEFAULT.withRules(new KeyRules(Alphabet.SAFE, 4096, Map.of("card", "60x40")));
        for (RenditionSpec spec : new RenditionSpec[] {RenditionSpec.of(60, 40), RenditionSpec.ofPreset("card")}) {
            assertThrows(Refusal.class, () -> keys.key(original, spec), spec.toString());
        }
    }

    @Test
    void a_spec_has_a_size_or_a_preset() {
        assertThrows(IllegalArgumentException.class, () -> RenditionSpec.of(0, 0));
        assertThrows(IllegalArgumentException.class, () -> RenditionSpec.of(-1, 40));
        assertThrows(
                IllegalArgumentException.class,
                () -> RenditionSpec.ofPreset("card").with(new Grayscale()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RenditionSpec(60, 40, Optional.of("card"), List.of(), Optional.empty()));
    }

    @Test
    void a_secret_is_not_printed_and_is_long_enough() {
        assertTrue(!LatentKeys.DEFAULT.signedWith(SECRET).toString().contains(SECRET));
        assertThrows(IllegalArgumentException.class, () -> LatentKeys.DEFAULT.signedWith("short"));
    }
}

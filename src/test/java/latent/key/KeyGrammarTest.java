package latent.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyGrammarTest {
    private static final KeyGrammar GRAMMAR =
            new KeyGrammar(new KeyRules(Alphabet.SAFE, 4096, Map.of("card", "600x400_fill_q-75", "wide", "1280x0")));
    private static final KeyGrammar UNICODE = new KeyGrammar(new KeyRules(Alphabet.UNICODE, 4096, Map.of()));

    @ParameterizedTest
    @CsvSource({
        "widgets/myimage_600_400.jpg,        widgets/myimage.jpg,   600, 400, JPEG",
        "chucknorris-200x200.jpg,            chucknorris.jpg,       200, 200, JPEG",
        "a_1_2_600_400.jpg,                  a_1_2.jpg,             600, 400, JPEG",
        "a-1x2-600x400.jpg,                  a-1x2.jpg,             600, 400, JPEG",
        "a_600_400-200x100.jpg,              a_600_400.jpg,         200, 100, JPEG",
        "a-200x100_600_400.jpg,              a-200x100.jpg,         600, 400, JPEG",
        "a_600_400_fill_300_200.jpg,         a_600_400_fill.jpg,    300, 200, JPEG",
        "photo_600_0.jpg.avif,               photo.jpg,             600,   0, AVIF",
        "photo_0_400.png.jpg,                photo.png,               0, 400, JPEG",
        "photo.jpg_600_400.png,              photo.jpg.png,         600, 400, PNG",
        "my.photo_600_400.JPG,               my.photo.JPG,          600, 400, JPEG",
        "IMG.JPG_600_400.jpeg.webp,          IMG.JPG.jpeg,          600, 400, WEBP",
        "a__600_400.jpg,                     a_.jpg,                600, 400, JPEG",
        "2024/05/x_p-card.jpg.webp,          2024/05/x.jpg,         600, 400, WEBP",
        "a_600_400_p-wide.jpg,               a_600_400.jpg,        1280,   0, JPEG",
        "-/-600x400.jpg,                     '',                      0,   0, ",
    })
    void a_key_names_an_original_and_a_box(String path, String original, int width, int height, ImageFormat format) {
        if (original.isEmpty()) {
            assertRefused(GRAMMAR, path, Reason.NOT_A_RENDITION);
            return;
        }
        RenditionKey key = GRAMMAR.parse(path);
        assertThat(key.original()).isEqualTo(new OriginalKey(original));
        assertThat(key.transformation().box()).isEqualTo(new RequestedSize(width, height));
        assertThat(key.transformation().format()).isEqualTo(format);
        assertThat(key.value()).isEqualTo(path);
    }

    /** What is put into a bucket may be called anything; what begins with its extension has no name that a key could end in. */
    @ParameterizedTest
    @ValueSource(strings = {"jpg", ".jpg", "widgets/.jpg", "widgets/jpg", "widgets.d/jpg", "a.txt", "a"})
    void what_has_no_name_before_its_extension_is_no_original(String stored) {
        assertThat(GRAMMAR.original(stored)).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> GRAMMAR.spell(
                        new OriginalKey(stored),
                        new Spelling.Underscore(),
                        Transformation.of(new RequestedSize(60, 40), ImageFormat.JPEG)))
                .matches(refusal -> refusal.reason() == Reason.NOT_A_RENDITION);
    }

    @Test
    void options_stand_in_one_order_and_mean_what_they_say() {
        Transformation transformation = GRAMMAR.parse(
                        "p_60_40_fill_up_g-30-70_c-800-600-10-20_dpr-2_r-90_flip-h_trim-10_blur-15"
                                + "_sharpen-10_gray_bg-00ff7f_wm-logo_keep-icc_keep-copyright_q-auto_max-20000.jpg")
                .transformation();
        assertThat(transformation.fit()).isEqualTo(Fit.FILL);
        assertThat(transformation.gravity()).isEqualTo(new Gravity.FocalPoint(30, 70));
        assertThat(transformation.find(CropBox.class)).contains(new CropBox(800, 600, 10, 20));
        assertThat(transformation.deviceBox()).isEqualTo(new RequestedSize(120, 80));
        assertThat(transformation.find(Background.class)).contains(new Background(new Rgb(0, 255, 127)));
        assertThat(transformation.quality()).isEqualTo(new Quality.Auto());
        assertThat(transformation.maxBytes()).isEqualTo(20000);
    }

    @Test
    void a_preset_means_what_the_configuration_says() {
        Transformation card = GRAMMAR.parse("x_p-card.jpg").transformation();
        assertThat(card).isEqualTo(GRAMMAR.parse("x-600x400_fill_q-75.jpg").transformation());
        assertRefused(GRAMMAR, "x_p-none.jpg", Reason.NOT_A_RENDITION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo.jpg",
                "photo_600.jpg",
                "photo_abc_400.jpg",
                "photo_0600_400.jpg",
                "photo_0_0.jpg",
                "photo_600_400_foo.jpg",
                "photo_600_400_fit.jpg",
                "photo_600_400_fill_fill.jpg",
                "photo_600_400_q-80_fill.jpg",
                "photo_600_400_q-080.jpg",
                "photo_600_400_q-101.jpg",
                "photo_600_400_dpr-1.jpg",
                "photo_600_0_fill.jpg",
                "photo_600_400_g-no.jpg",
                "photo_600_400_pad_g-sm.jpg",
                "photo_600_400.jpg.jpg",
                "photo_600_400.jpeg.jpg",
                "photo_600_400.jpg.jpeg",
                "photo_600_400.jpg.tiff",
                "photo_600_400.jpg.svg",
                "photo_600_400_s-00000000000000000000000000000000.jpg",
                "photo_4097_10.jpg",
                "photo_600_400_dpr-4_x.jpg",
                "photo_2000_10_dpr-3.jpg",
                "_600_400.jpg",
                "favicon.ico",
                "-600x400.jpg",
                "photo_-600_400.jpg",
                "photo_600_400_Fill.jpg",
                "photo_99999999999_1.jpg",
                "/photo_600_400.jpg",
                "a//photo_600_400.jpg",
                "../photo_600_400.jpg",
                "a/./photo_600_400.jpg",
                "a/../photo_600_400.jpg",
                "photo 1_600_400.jpg",
                "photo\u0000_600_400.jpg",
                "phot\u00f6_600_400.jpg",
                "a\\b_600_400.jpg",
                "a\r\nX: y_600_400.jpg",
                "photo%20_600_400.jpg",
                "photo\uff0e\uff0e_600_400.jpg",
                "photo_600_400.jpg?w=1",
                "photo_600_400_max-10.jpg"
            })
    void anything_else_is_refused_as_malformed(String path) {
        assertRefused(GRAMMAR, path, Reason.MALFORMED_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "favicon.svgz", "robots.txt", "index.html", "-/health", "photo_600_400", "photo_600_400.exe"
            })
    void what_is_no_picture_is_not_found(String path) {
        assertRefused(GRAMMAR, path, Reason.NOT_A_RENDITION);
    }

    /** Whoever asks for a format that there is not reads which there are. */
    @ParameterizedTest
    @CsvSource({
        "photo_600_400.jxl,              There is no format jxl here.",
        "photo-600x400_fill.JXL,         There is no format JXL here.",
        "x_p-card.jxl,                   There is no format jxl here.",
        "photo_600_400.jpg.jxl,          There is no format jxl here.",
        "photo_600_400.jxl.webp,         There is no format jxl here.",
        "photo_600_400,                  This name has no extension.",
        "photo_600_400.,                 This name has no extension.",
        "photo_600_400.jpg.heic,         No rendition is made as heic.",
        "photo_600_400_fill.jpg.jpeg,    No rendition is made as jpeg.",
    })
    void what_is_no_format_is_named_and_those_that_there_are_are_listed(String path, String beginning) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> GRAMMAR.parse(path))
                .satisfies(refusal -> assertThat(refusal.sentence()).startsWith(beginning))
                .satisfies(refusal -> assertThat(refusal.sentence().split("\\W+"))
                        .containsAll(
                                beginning.startsWith("No rendition")
                                        ? ofRenditions().toList()
                                        : all().toList()));
    }

    private static Stream<String> ofRenditions() {
        return Stream.of(ImageFormat.values()).filter(ImageFormat::ofRenditions).map(ImageFormat::extension);
    }

    private static Stream<String> all() {
        return Stream.of(ImageFormat.values()).flatMap(format -> format.extensions().stream());
    }

    @Test
    void a_key_of_signed_keys_is_told_of_its_format_too() {
        KeyGrammar signed = new KeyGrammar(
                new KeyRules(Alphabet.SAFE, 4096, Map.of("card", "600x400_fill_q-75")),
                new Signing(List.of("a-secret-of-the-tests-1")));
        String signature = "_s-0123456789abcdef0123456789abcdef";
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> signed.parse("x_p-card" + signature + ".jpg.heic"))
                .withMessageContaining("No rendition is made as heic.");
    }

    @Test
    void a_key_holds_at_most_512_bytes() {
        String tail = "_600_400.jpg";
        assertThat(GRAMMAR.parse("a".repeat(512 - tail.length()) + tail).value())
                .hasSize(512);
        assertRefused(GRAMMAR, "a".repeat(513 - tail.length()) + tail, Reason.MALFORMED_KEY);
        assertRefused(UNICODE, "\u00f6".repeat(257) + tail, Reason.MALFORMED_KEY);
    }

    @Test
    void spaces_and_other_scripts_are_a_deployments_choice_and_never_normalised() {
        String composed = "\u00e9t\u00e9 1_600_400.jpg";
        String decomposed = "e\u0301te\u0301 1_600_400.jpg";
        assertThat(UNICODE.parse(composed).original())
                .isNotEqualTo(UNICODE.parse(decomposed).original());
        assertRefused(UNICODE, "a\u202eb_600_400.jpg", Reason.MALFORMED_KEY);
        assertRefused(UNICODE, "a\nb_600_400.jpg", Reason.MALFORMED_KEY);
    }

    @Test
    void a_preset_that_is_none_stops_the_start() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new KeyRules(Alphabet.SAFE, 4096, Map.of("card", "600x400_nonsense")))
                .withMessageContaining("card");
    }

    private static void assertRefused(KeyGrammar grammar, String path, Reason reason) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> grammar.parse(path))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}

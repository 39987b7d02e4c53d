package latent.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import latent.config.SettingSources;
import latent.image.ImageFormat;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.key.RequestedSize;
import org.junit.jupiter.api.Test;

class WantedRenditionsTest {
    private static final String SECRET = "a-secret-of-twenty-signs";

    @Test
    void an_original_gets_what_every_fitting_line_says_each_once_and_spelt_as_keys_are() {
        WantedRenditions wanted = new WantedRenditions(
                List.of(
                        "# sizes of the shop",
                        "",
                        "** 320_0,64x64_fill original,webp",
                        "shop/** 320_0,p-card avif,original"),
                grammar());
        assertThat(keys(wanted, "shop/a.jpg"))
                .containsExactly(
                        "shop/a_320_0.jpg",
                        "shop/a-64x64_fill.jpg",
                        "shop/a_320_0.jpg.webp",
                        "shop/a-64x64_fill.jpg.webp",
                        "shop/a_320_0.jpg.avif",
                        "shop/a_p-card.jpg.avif",
                        "shop/a_p-card.jpg");
        assertThat(keys(wanted, "a.webp")).containsExactly("a_320_0.webp", "a-64x64_fill.webp");
    }

    @Test
    void no_rendition_is_wanted_in_a_format_that_none_has() {
        assertThat(keys(new WantedRenditions(List.of("** 320_0 original,png"), grammar()), "scan.tiff"))
                .containsExactly("scan_320_0.tiff.png");
    }

    @Test
    void a_name_that_is_too_long_with_a_size_wants_nothing() {
        assertThat(keys(new WantedRenditions(List.of("** 320_0"), grammar()), "a".repeat(507) + ".jpg"))
                .isEmpty();
    }

    @Test
    void where_keys_are_signed_so_are_the_wanted_renditions() {
        KeyGrammar signed = new SettingSources()
                .with(Map.of("keys.signing-secrets", SECRET), "test")
                .read()
                .keys()
                .grammar();
        WantedRenditions wanted = new WantedRenditions(List.of("** 320_0"), signed);
        RenditionKey key = wanted.of(new OriginalKey("a.jpg")).getFirst();
        assertThat(key.value()).matches("a_320_0_s-[0-9a-f]{32}\\.jpg");
        assertThat(signed.parse(key.value())).isEqualTo(key);
    }

    @Test
    void a_ladder_and_presets_alone_say_what_is_wanted() {
        assertThat(WantedRenditions.ofSettings(Set.of(new RequestedSize(320, 0)), Set.of("card")))
                .containsExactly("** 320_0,p-card");
        assertThat(WantedRenditions.ofSettings(Set.of(), Set.of())).isEmpty();
    }

    @Test
    void a_line_that_says_no_size_no_format_or_no_glob_is_refused_with_a_sentence() {
        refused("** ", "GLOB SIZES [FORMATS]");
        refused("** 320_0 jpg png", "GLOB SIZES [FORMATS]");
        refused("** 320", "no size as keys have it, such as 320x0 or p-card: 320");
        refused("** 0320_0", "no size as keys have it");
        refused("** p-none", "p-none");
        refused("** 320_0 tiff", "no format of renditions: tiff");
        refused("{a 320_0", "braces");
        refused("# nothing", "Nothing says which renditions");
    }

    @Test
    void every_format_of_the_table_may_be_wanted_and_the_sentence_for_others_has_them_all() {
        for (ImageFormat format : ImageFormat.values()) {
            String line = "** 320_0 " + format.extension();
            if (format.ofRenditions()) {
                assertThat(keys(new WantedRenditions(List.of(line), grammar()), "a.heic"))
                        .containsExactly("a_320_0.heic." + format.extension());
                refused("** 320_0 exe", format.extension());
            } else {
                refused(line, "no format of renditions: " + format.extension());
            }
        }
    }

    private static void refused(String line, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WantedRenditions(List.of(line), grammar()))
                .withMessageContaining(sentence);
    }

    private static List<String> keys(WantedRenditions wanted, String original) {
        return wanted.of(new OriginalKey(original)).stream()
                .map(RenditionKey::value)
                .toList();
    }

    private static KeyGrammar grammar() {
        return new SettingSources()
                .with(Map.of("keys.presets", "card=600x400_fill"), "test")
                .read()
                .keys()
                .grammar();
    }
}

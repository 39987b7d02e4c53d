package latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.key.Option;
import latent.key.OptionKind;
import latent.key.RenditionKey;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.RenderSettings;
import latent.render.imgscalr.ImgscalrEngine;
import latent.render.vips.VipsEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UrlReferenceTest {
    private static final Path FILE = Path.of("docs/url-reference.md");

    @Test
    void the_reference_says_what_the_options_say() throws Exception {
        if (Boolean.getBoolean("url-reference.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, UrlReference.text());
        }
        assertThat(FILE)
                .as("mvn test -Dtest=UrlReferenceTest -Durl-reference.write=true makes it anew")
                .hasContent(UrlReference.text());
    }

    static List<OptionKind<?>> kinds() {
        return Option.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_example_is_a_key_that_spells_its_option(OptionKind<?> kind) {
        RenditionKey key =
                UrlReference.GRAMMAR.parse(UrlReference.key(kind.documentation().example()));
        assertThat(key.transformation().options()).extracting(Option::kind).contains(kind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_example_of_a_refusal_is_refused(OptionKind<?> kind) {
        assertThat(kind.documentation().refused()).isNotEmpty();
        for (String options : kind.documentation().refused()) {
            assertThatExceptionOfType(Refusal.class)
                    .as(options)
                    .isThrownBy(() -> UrlReference.GRAMMAR.parse(UrlReference.key(options)))
                    .satisfies(no -> assertThat(no.reason()).isEqualTo(Reason.MALFORMED_KEY));
        }
    }

    @Test
    void what_an_option_may_need_is_named_once() {
        assertThat(Option.kinds().stream().flatMap(kind -> kind.capabilities().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_format_of_renditions_is_written_by_an_engine_and_no_other_is() {
        assertThat(Stream.of(
                                VipsEngine.abilities(RenderSettings.DEFAULT),
                                new ImgscalrEngine(RenderSettings.DEFAULT).capabilities())
                        .flatMap(engine -> engine.writes().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ImageFormat.values())
                        .filter(ImageFormat::ofRenditions)
                        .toList());
    }

    @Test
    void no_two_formats_share_an_extension_or_a_first_byte() {
        assertThat(Stream.of(ImageFormat.values()).flatMap(format -> format.extensions().stream()))
                .doesNotHaveDuplicates();
        assertThat(Stream.of(ImageFormat.values()).flatMap(format -> format.magic().stream()))
                .doesNotHaveDuplicates();
    }
}

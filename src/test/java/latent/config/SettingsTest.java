package latent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import latent.key.RequestedSize;
import latent.store.MezzaninePlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void every_default_is_complete() {
        Settings settings = new SettingSources().read();
        assertThat(settings.listen().port()).isEqualTo(8081);
        assertThat(settings.buckets().cacheControl()).isEqualTo("public, max-age=12312312");
        assertThat(settings.keys().ladder().rungs()).isEmpty();
        assertThat(settings.edge().secrets()).isEmpty();
        assertThat(settings.keys().signing().on()).isFalse();
    }

    @Test
    void flags_are_stronger_than_the_environment_which_is_stronger_than_a_file() {
        SettingSources sources = new SettingSources()
                .with(
                        Map.of("http.port", "1", "keys.max-side", "100", "renditions.jpeg-quality", "70"),
                        "latent.properties")
                .withEnvironment(Map.of("LATENT_HTTP_PORT", "2", "LATENT_KEYS_MAX_SIDE", "200", "PATH", "/bin"))
                .with(Map.of("http.port", "3"), "--set");
        assertThat(sources.effective().stream().map(SettingValue::toString))
                .contains(
                        "http.port=3 (--set)",
                        "keys.max-side=200 (LATENT_KEYS_MAX_SIDE)",
                        "renditions.jpeg-quality=70 (latent.properties)",
                        "s3.region=us-east-1 (default)");
    }

    @Test
    void the_start_is_refused_with_every_problem_in_one_message() {
        SettingSources sources = new SettingSources()
                .with(
                        Map.of(
                                "no.such", "1",
                                "http.port", "99999",
                                "keys.ladder", "320x0,abc",
                                "keys.presets", "card",
                                "keys.alphabet", "latin",
                                "renditions.bucket", "originals"),
                        "--set");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(sources::read)
                .withMessageContainingAll(
                        "6 problems",
                        "no.such",
                        "http.port=99999",
                        "abc",
                        "preset",
                        "latin",
                        "would show private originals");
    }

    @Test
    void svg_is_drawn_in_workers_only() {
        assertThat(new SettingSources().read().render().qualities().drawsSvg()).isFalse();
        SettingSources drawn = new SettingSources().with(Map.of("originals.svg", "drawn"), "--set");
        assertThat(drawn.read().render().qualities().drawsSvg()).isTrue();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(drawn.with(Map.of("render.isolation", "none"), "--set")::read)
                .withMessageContaining("SVG is drawn in workers only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mezzanine.bucket=renditions | would show mezzanines to everybody",
                "mezzanine.bucket=originals | mezzanine.prefix is empty",
                "mezzanine.prefix=m/ | mezzanine.bucket is not",
                "mezzanine.bucket=third-one write-back.when=before-answer | made after the answer",
                "mezzanine.bucket=third-one mezzanine.prefix=m | no folder like mezzanine/",
                "mezzanine.bucket=third-one mezzanine.prefix=/m/ | no folder like mezzanine/",
                "mezzanine.bucket=third-one mezzanine.prefix=../ | no folder like mezzanine/",
                "mezzanine.bucket=No | mezzanine.bucket=No",
            })
    void a_place_of_mezzanines_that_visitors_could_see_or_nobody_could_use_stops_the_start(
            String settings, String sentence) {
        SettingSources sources = new SettingSources();
        for (String setting : settings.split(" ", -1)) {
            String[] pair = setting.split("=", 2);
            sources = sources.with(Map.of(pair[0], pair[1]), "--set");
        }
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(sources::read)
                .withMessageContaining(sentence);
    }

    @Test
    void mezzanines_lie_in_a_bucket_or_folder_of_their_own_and_nowhere_by_default() {
        assertThat(new SettingSources().read().buckets().mezzanines()).isEmpty();
        Map<String, String> folder = Map.of("mezzanine.bucket", "originals", "mezzanine.prefix", "mezzanine/");
        assertThat(new SettingSources().with(folder, "--set").read().buckets().mezzanines())
                .contains(new MezzaninePlace("originals", "mezzanine/"));
        assertThat(new SettingSources()
                        .with(Map.of("mezzanine.bucket", "third-one"), "--set")
                        .read()
                        .buckets()
                        .mezzanines())
                .contains(new MezzaninePlace("third-one", ""));
    }

    @Test
    void a_secret_is_never_printed() {
        SettingSources sources = new SettingSources()
                .with(
                        Map.of(
                                "s3.access-key", "me",
                                "s3.secret-key", "hush",
                                "http.origin-secrets", "hush,hush2",
                                "keys.signing-secrets", "hush-as-long-as-it-must-be, hush-as-long-as-it-must-be-2"),
                        "--set");
        assertThat(sources.effective().toString())
                .doesNotContain("hush")
                .contains("s3.secret-key=**** (--set)", "keys.signing-secrets=**** (--set)");
        assertThat(sources.read().toString()).doesNotContain("hush");
    }

    @Test
    void a_signing_secret_that_is_too_short_stops_the_start_and_is_not_printed() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(new SettingSources().with(Map.of("keys.signing-secrets", "hush"), "--set")::read)
                .withMessageContaining("keys.signing-secrets=****")
                .withMessageContaining("20 characters")
                .withMessageNotContaining("hush");
    }

    @Test
    void presets_and_ladder_are_read_from_one_line_each() {
        Settings settings = new SettingSources()
                .with(
                        Map.of("keys.presets", "card=600x400_fill_q-75, hero=1280x0", "keys.ladder", "320x0, 600x400"),
                        "--set")
                .read();
        assertThat(settings.keys().rules().presets())
                .containsEntry("hero", "1280x0")
                .hasSize(2);
        assertThat(settings.keys().ladder().rungs())
                .containsExactlyInAnyOrder(new RequestedSize(320, 0), new RequestedSize(600, 400));
    }

    /** The page is the one place that says what a setting means. */
    @Test
    void the_table_of_the_configuration_page_has_every_setting_with_its_default_and_a_meaning() throws Exception {
        List<String> rows = Files.readAllLines(Path.of("docs/configuration.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows)
                .as("rows of the settings table")
                .zipSatisfy(
                        Arrays.asList(Setting.values()),
                        (row, setting) -> assertThat(row)
                                .startsWith(
                                        "| `%s` | %s | ".formatted(setting.settingName(), code(setting.defaultValue())))
                                .matches(".* \\| [^|]{3,} \\|"));
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}

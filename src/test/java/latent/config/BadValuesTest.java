package latent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import latent.admission.RateLimits;
import latent.metrics.Meters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that the program cannot work with is named when it starts, whatever it is. */
class BadValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "originals.bucket | BAD_Bucket!",
                "originals.bucket | ab",
                "originals.bucket | -pictures",
                "originals.bucket | pic..tures",
                "originals.bucket | 192.168.5.4",
                "renditions.bucket | xn--pictures",
                "originals.max-mebibytes | 4096",
                "originals.max-megapixels | 1e3",
                "originals.svg | yes",
                "originals.http | https://shop.example/",
                "originals.http | shop=https://shop.example/",
                "originals.http | shop/=https://shop.example",
                "originals.http | shop/=ftp://shop.example/",
                "originals.http | shop/=https://user:hush@shop.example/",
                "originals.http | shop/=https://shop.example/?size=",
                "originals.http | ../=https://shop.example/",
                "originals.http | /=https://shop.example/",
                "originals.http | -/=https://shop.example/",
                "originals.http | a/=https://a.example/,a/=https://b.example/",
                "originals.http-private-hosts | shop.example",
                "originals.http-timeout | 0",
                "originals.http-cache-control | for ever",
                "renditions.cache-control | max age=1",
                "renditions.cache-control | público",
                "renditions.jpeg-quality | 101",
                "renditions.jpeg-coding | baseline",
                "renditions.watermarks | logo",
                "renditions.watermarks | Logo=brand/logo.png",
                "renditions.watermarks | logo=brand/logo.txt",
                "renditions.watermarks | logo=a.png,logo=b.png",
                "s3.endpoint | notaurl",
                "s3.endpoint | ftp://example.com",
                "s3.endpoint | http://",
                "s3.endpoint | http://exa mple.com",
                "s3.endpoint | http://localhost:99999",
                "s3.region | Mars",
                "s3.region | mars",
                "s3.secret-key | hush",
                "http.host | 999.1.1.1",
                "http.host | ::zz",
                "http.host | my host",
                "http.port | 65536",
                "http.port | ''",
                "http.origin-secrets | tschüss",
                "keys.ladder | 5000x0",
                "keys.ladder | 0x0",
                "keys.ladder | axb",
                "keys.presets | card=600x400,card=10x10",
                "fallback.picture | built-in",
                "fallback.picture | ../lost.png",
                "fallback.picture | brand/lost.txt",
                "fallback.status | 404",
                "fallback.status | ''",
                "rate.client-burst | 60001",
                "rate.client-refill | 100000000",
                "rate.service-refill | 60000001",
                "rate.original-daily | 0",
                "rate.max-identities | 99999999999999999999",
                "render.engine | magick",
                "render.libvips | a\u0000b",
                "render.threads | 1.5",
                "render.max-cost | 13",
                "warm.queue | pictures",
                "purge.distributions | d/e",
                "purge.by | name",
            })
    void a_bad_value_is_named_and_nothing_else_is(String setting, String value) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(new SettingSources().with(Map.of(setting, value), "--set")::read)
                .withMessageContaining("1 problem:")
                .withMessageContaining(setting)
                .withMessageNotContaining("Exception");
    }

    @Test
    void all_bad_values_stand_in_one_list() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(new SettingSources()
                        .with(
                                Map.of(
                                        "rate.client-refill", "100000000",
                                        "s3.endpoint", "notaurl",
                                        "originals.bucket", "BAD_Bucket!",
                                        "http.host", "999.1.1.1"),
                                "--set")
                        .withProblem("there is no configuration file latent.properties")::read)
                .withMessageContainingAll(
                        "5 problems", "100000000", "notaurl", "BAD_Bucket!", "999.1.1.1", "latent.properties");
    }

    @Test
    void unusual_but_valid_values_are_accepted() {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "originals.bucket", "my.pictures-2026",
                "renditions.bucket", "images-4x7k2mzw9dq1p0aaaaaaaaaaaaaaaaaa-s3alias",
                "renditions.cache-control", "public, max-age=31536000, immutable",
                "s3.endpoint", "http://[::1]:9000/",
                "s3.region", "garage",
                "http.host", "::",
                "keys.presets", "card=600x400_fill_q-75, hero=1280x0",
                "renditions.watermarks", "logo=brand/logo.png",
                "purge.distributions", "E1A2B3C4D5E6F7",
                "warm.queue", "https://sqs.eu-central-1.amazonaws.com/123456789012/changes"));
        assertThatCode(new SettingSources().with(values, "--set")::read).doesNotThrowAnyException();
        values.put("http.host", "localhost");
        values.put("s3.endpoint", "");
        for (String region : new String[] {"us-gov-west-1", "eusc-de-east-1", "us-isob-east-1", "ap-southeast-7"}) {
            values.put("s3.region", region);
            assertThatCode(new SettingSources().with(values, "--set")::read).doesNotThrowAnyException();
        }
    }

    @Test
    void the_largest_budgets_that_pass_are_budgets() {
        RateLimits.Budgets rates = new SettingSources()
                .with(
                        Map.of(
                                "rate.client-burst", "1000000000",
                                "rate.client-refill", "60000000",
                                "rate.service-burst", "1000000000",
                                "rate.service-refill", "60000000",
                                "rate.original-daily", "1000000"),
                        "--set")
                .read()
                .rates();
        assertThatCode(() -> new RateLimits(rates, TimeMeter.SYSTEM_NANOTIME, new Meters()))
                .doesNotThrowAnyException();
    }

    @Test
    void the_default_of_max_cost_is_half_of_the_deadline() {
        assertThat(new SettingSources().read().render().maxCost()).isEqualTo(Duration.ofSeconds(6));
        SettingSources said = new SettingSources().with(Map.of("render.deadline", "6"), "--set");
        assertThat(said.read().render().maxCost()).isEqualTo(Duration.ofSeconds(3));
        assertThat(said.with(Map.of("render.max-cost", "6"), "--set")
                        .read()
                        .render()
                        .maxCost())
                .isEqualTo(Duration.ofSeconds(6));
    }
}

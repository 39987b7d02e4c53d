package latent.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import latent.local.web.HeaderFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the developer guide, in seconds; the policy is min/default/max. */
class FreshnessTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // An image that says how long, under the policy of this product: its own header, up to the maximum.
        "0/0/31536000, 200, 'max-age=12312312', 12312312",
        "0/0/3600, 200, 'public, max-age=12312312', 3600",
        "0/0/31536000, 200, 's-maxage=60, max-age=5', 60",
        "0/86400/31536000, 200, 'max-age=0', 0",
        "5/86400/31536000, 200, 'max-age=0', 5",
        // One that says nothing: the default, and no less than the minimum.
        "0/0/31536000, 200, '', 0",
        "0/86400/31536000, 200, '', 86400",
        "1/86400/31536000, 200, '', 86400",
        // One that is not to be kept: obeyed only when the minimum is 0.
        "0/86400/31536000, 200, 'no-store', 0",
        "0/86400/31536000, 200, 'private, max-age=60', 0",
        "0/86400/31536000, 200, 'no-cache', 0",
        "1/86400/31536000, 200, 'no-store', 1",
        "60/86400/31536000, 200, 'private', 60",
        // A redirect of S3 says nothing: a day under the managed policy, no time under this product's.
        "1/86400/31536000, 302, '', 86400",
        "1/86400/31536000, 301, '', 86400",
        "0/0/31536000, 302, '', 0",
        "0/0/31536000, 303, '', 0",
        "1/86400/31536000, 307, '', 0",
        "1/86400/31536000, 308, '', 0",
        "1/86400/31536000, 307, 'max-age=60', 60",
        // Errors that are always kept, those that are when told, and the rest.
        "0/0/31536000, 404, '', 10",
        "0/0/31536000, 404, 'max-age=60', 60",
        "0/0/31536000, 404, 'max-age=1', 10",
        "0/0/31536000, 404, 'no-store', 10",
        "0/0/31536000, 503, '', 10",
        "0/0/31536000, 414, '', 10",
        "0/0/31536000, 403, '', 0",
        "0/0/31536000, 403, 'max-age=300', 300",
        "0/0/31536000, 415, 'max-age=300', 300",
        "0/0/31536000, 400, 'no-store', 0",
        "0/0/31536000, 429, 'max-age=300', 0",
        "0/0/31536000, 416, 'max-age=300', 0",
        "0/0/31536000, 422, 'max-age=300', 0",
    })
    void an_answer_is_kept_for(String policy, int status, String cacheControl, long seconds) {
        assertThat(ttl(policy, status, "Cache-Control", cacheControl)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "0/0/31536000, 'Sat, 21 Nov 2026 12:01:00 GMT', 60",
        "0/0/30, 'Sat, 21 Nov 2026 12:01:00 GMT', 30",
        "0/86400/31536000, 'Sat, 21 Nov 2026 11:59:00 GMT', 0",
        "0/86400/31536000, '0', 0",
        "7/86400/31536000, '0', 7",
    })
    void expires_counts_where_max_age_is_absent(String policy, String expires, long seconds) {
        assertThat(ttl(policy, 200, "Expires", expires)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void in_2017_a_307_was_kept_like_any_other_redirect() {
        EdgeSettings settings = settings("1/86400/31536000").keepingBare307();
        assertThat(Freshness.of(
                        settings,
                        policy("1/86400/31536000"),
                        307,
                        HeaderFields.none().build(),
                        NOW))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void the_time_in_the_shield_counts() {
        var headers = HeaderFields.none()
                .add("Cache-Control", "max-age=60")
                .add("Age", "45")
                .build();
        assertThat(Freshness.of(settings("0/0/100"), policy("0/0/100"), 200, headers, NOW))
                .isEqualTo(Duration.ofSeconds(15));
    }

    private static Duration ttl(String policy, int status, String name, String value) {
        HeaderFields headers = HeaderFields.none();
        if (!value.isEmpty()) {
            headers.add(name, value);
        }
        return Freshness.of(settings(policy), policy(policy), status, headers.build(), NOW);
    }

    private static EdgeSettings settings(String policy) {
        return EdgeSettings.of(CacheBehavior.of(
                OriginGroup.of(Origin.at(java.net.URI.create("http://origin.example"))), policy(policy)));
    }

    private static CachePolicy policy(String minDefaultMax) {
        String[] seconds = minDefaultMax.split("/", -1);
        return CachePolicy.byPath(
                Duration.ofSeconds(Long.parseLong(seconds[0])),
                Duration.ofSeconds(Long.parseLong(seconds[1])),
                Duration.ofSeconds(Long.parseLong(seconds[2])));
    }
}

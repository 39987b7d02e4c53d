package latent.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import latent.key.OriginalKey;
import latent.kit.MetricSamples;
import latent.metrics.Meters;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;

/** A hundred thousand made-up originals or clients take nothing away from the real ones. */
class ManyIdentitiesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int DAILY = 5;

    private final AtomicLong now = new AtomicLong();
    private final Meters meters = new Meters();

    @Test
    void a_hundred_thousand_missing_keys_leave_every_original_its_renditions() {
        RateLimits limits = limits(1_000);
        for (int i = 0; i < 100_000; i++) {
            now.addAndGet(Duration.ofMillis(20).toNanos());
            try (Charge charge = limits.reserve(network(i % 10), original("missing" + i), Price.LOOK_UP)) {
                charge.settleLookUp();
            }
        }
        assertThat(identities("originals")).isZero();
        for (int i = 0; i < 2_000; i++) {
            now.addAndGet(Duration.ofMillis(20).toNanos());
            render(limits, network(11), original("there" + i));
        }
    }

    @Test
    void a_catalogue_larger_than_the_bound_is_rendered() {
        RateLimits limits = limits(1_000);
        int refused = 0;
        for (int rendition = 0; rendition < 2; rendition++) {
            for (int i = 0; i < 2_000; i++) {
                now.addAndGet(Duration.ofMillis(20).toNanos());
                try {
                    render(limits, network(i % 10), original("picture" + i));
                } catch (Refusal crowded) {
                    refused++;
                }
            }
        }
        assertThat(identities("originals")).isLessThanOrEqualTo(1_000);
        assertThat(refused)
                .as("of 4,000; one bucket for all would refuse 1,995")
                .isLessThan(40);
    }

    @Test
    void beyond_the_bound_an_original_still_has_no_more_than_its_daily_renditions() {
        RateLimits limits = limits(1);
        render(limits, network(0), original("the first and only one with a bucket of its own"));
        for (int i = 0; i < DAILY; i++) {
            render(limits, network(i), original("crowded"));
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> render(limits, network(99), original("crowded")))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.ORIGINAL_RATE_LIMITED));
    }

    @Test
    void a_client_beyond_the_bound_is_charged_for_its_own_renders_and_not_for_those_of_others() {
        RateLimits limits = limits(2);
        empty(limits, network(1));
        empty(limits, network(2));
        empty(limits, network(3));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> limits.reserve(network(3), original("a"), Price.LOOK_UP))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.CLIENT_RATE_LIMITED));
        int served = 0;
        for (int i = 10; i < 110; i++) {
            try {
                limits.reserve(network(i), original("a"), Price.LOOK_UP).close();
                served++;
            } catch (Refusal sameBucket) {
                assertThat(sameBucket.reason()).isEqualTo(Reason.CLIENT_RATE_LIMITED);
            }
        }
        assertThat(served).as("of a hundred newcomers").isGreaterThan(95);
    }

    @Test
    void an_identity_is_forgotten_when_its_bucket_is_full_again_and_not_before() {
        RateLimits limits = limits(1);
        for (int i = 0; i < DAILY; i++) {
            render(limits, network(0), original("early"));
        }
        now.addAndGet(Duration.ofHours(4).toNanos());
        assertThat(identities("originals")).isOne();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> {
            for (int i = 0; i < DAILY; i++) {
                render(limits, network(0), original("early"));
            }
        });
        now.addAndGet(Duration.ofDays(2).toNanos());
        render(limits, network(0), original("late"));
        assertThat(identities("originals")).isOne();
        assertThatCode(() -> {
                    for (int i = 1; i < DAILY; i++) {
                        render(limits, network(0), original("late"));
                    }
                })
                .doesNotThrowAnyException();
    }

    private RateLimits limits(long maxIdentities) {
        return new RateLimits(
                new RateLimits.Budgets(
                        new Budget(10_000, 10_000_000, MINUTE),
                        new Budget(DAILY, DAILY, Duration.ofDays(1)),
                        new Budget(1_000_000, 1_000_000_000, MINUTE),
                        maxIdentities),
                new TurnedMeter(now),
                meters);
    }

    private static void empty(RateLimits limits, Client client) {
        limits.reserve(client, original("a"), Price.LOOK_UP).settle(Price.ofPixels(100_000_000));
    }

    private static void render(RateLimits limits, Client client, OriginalKey original) {
        try (Charge charge = limits.reserve(client, original, Price.LOOK_UP)) {
            charge.ofExistingOriginal();
            charge.settle(Price.LOOK_UP);
        }
    }

    private double identities(String whose) {
        return MetricSamples.value(meters.scrape(), "latent_rate_limit_" + whose);
    }

    private static Client network(int number) {
        return new Client("2001:db8:0:" + number + "::/64");
    }

    private static OriginalKey original(String name) {
        return new OriginalKey(name + ".jpg");
    }
}

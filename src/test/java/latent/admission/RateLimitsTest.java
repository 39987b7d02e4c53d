package latent.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import latent.key.OriginalKey;
import latent.metrics.Meters;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final Client ALICE = new Client("alice");
    private static final Client BOB = new Client("bob");
    private static final OriginalKey PHOTO = new OriginalKey("photo.jpg");
    private static final Price MEGAPIXEL = Price.ofPixels(1_000_000);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong now = new AtomicLong();
    private final RateLimits limits = limits(1000);

    @Test
    void a_client_without_tokens_is_refused_while_others_are_served() {
        for (int i = 0; i < 5; i++) {
            limits.reserve(ALICE, original(i), MEGAPIXEL).settle(Price.ofPixels(2_000_000));
        }
        assertRefused(ALICE, original(10));
        assertThatCode(() -> limits.reserve(BOB, original(10), MEGAPIXEL).settle(Price.ofPixels(2_000_000)))
                .doesNotThrowAnyException();
    }

    @Test
    void the_refusal_says_after_which_time_there_are_enough_tokens_and_then_there_are() {
        limits.reserve(ALICE, PHOTO, MEGAPIXEL).settle(Price.ofPixels(10_000_000));
        Duration wait = assertRefused(ALICE, PHOTO);
        now.addAndGet(wait.toNanos());
        assertThatCode(() -> limits.reserve(ALICE, PHOTO, MEGAPIXEL)).doesNotThrowAnyException();
    }

    @Test
    void the_price_above_the_first_estimate_is_owed() {
        limits.reserve(ALICE, PHOTO, MEGAPIXEL).settle(Price.ofPixels(20_000_000));
        now.addAndGet(MINUTE.toNanos());
        assertRefused(ALICE, PHOTO);
    }

    @Test
    void a_rendition_that_was_not_made_costs_nothing() {
        for (int i = 0; i < 100; i++) {
            limits.reserve(ALICE, PHOTO, MEGAPIXEL).close();
        }
        assertThatCode(() -> limits.reserve(ALICE, PHOTO, MEGAPIXEL)).doesNotThrowAnyException();
    }

    @Test
    void a_look_up_of_a_missing_original_costs_the_client_but_not_the_original() {
        for (int i = 0; i < 20; i++) {
            limits.reserve(ALICE, PHOTO, Price.LOOK_UP).settleLookUp();
        }
        assertRefused(ALICE, PHOTO);
        assertThatCode(() -> limits.reserve(BOB, PHOTO, Price.LOOK_UP)).doesNotThrowAnyException();
    }

    @Test
    void new_renditions_of_one_original_are_limited_by_the_day_whoever_asks() {
        for (int i = 0; i < 5; i++) {
            render(limits, new Client("c" + i), PHOTO);
        }
        assertThat(refusal(limits, new Client("c5"), PHOTO).reason()).isEqualTo(Reason.ORIGINAL_RATE_LIMITED);
        now.addAndGet(Duration.ofDays(1).toNanos());
        assertThatCode(() -> render(limits, BOB, PHOTO)).doesNotThrowAnyException();
    }

    @Test
    void all_clients_together_are_bounded() {
        for (int i = 0; i < 15; i++) {
            limits.reserve(new Client("c" + i), original(i), MEGAPIXEL).settle(Price.ofPixels(2_000_000));
        }
        assertThat(refusal(limits, new Client("c30"), original(30)).reason()).isEqualTo(Reason.SERVICE_RATE_LIMITED);
    }

    @Test
    void a_refusal_takes_no_tokens_from_the_budgets_that_had_them() {
        limits.reserve(ALICE, PHOTO, MEGAPIXEL).settle(Price.ofPixels(10_000_000));
        for (int i = 0; i < 50; i++) {
            assertRefused(ALICE, PHOTO);
        }
        assertThatCode(() -> limits.reserve(BOB, PHOTO, MEGAPIXEL)).doesNotThrowAnyException();
    }

    @Test
    void a_render_more_expensive_than_a_full_bucket_empties_it_and_the_rest_is_owed() {
        limits.reserve(ALICE, PHOTO, Price.ofPixels(16_000_000)).settle(Price.ofPixels(16_000_000));
        assertThat(assertRefused(ALICE, PHOTO)).isBetween(MINUTE.multipliedBy(6), MINUTE.multipliedBy(8));
    }

    @Test
    void each_refusal_says_which_limit_and_when_in_whole_seconds() {
        limits.reserve(ALICE, PHOTO, MEGAPIXEL).settle(Price.ofPixels(10_001_000));
        Refusal refusal = refusal(limits, ALICE, PHOTO);
        assertThat(refusal.reason()).isEqualTo(Reason.CLIENT_RATE_LIMITED);
        assertThat(refusal.sentence()).isEqualTo("Rate limit exceeded for new renditions; retry in 61 s.");
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(61));
        assertThat(RateLimitKind.ORIGINAL.refusal(Duration.ofMillis(1)).sentence())
                .isEqualTo("Rate limit exceeded for new renditions of this original; retry in 1 s.");
        assertThat(RateLimitKind.SERVICE.refusal(Duration.ofMillis(1)).sentence())
                .isEqualTo("Rate limit exceeded for new renditions of all clients together; retry in 1 s.");
    }

    @Test
    void the_price_of_a_render_is_set_aside_while_it_waits_and_given_back_when_nothing_is_rendered() {
        try (Charge waiting = limits.reserve(ALICE, PHOTO, MEGAPIXEL)) {
            waiting.raise(Price.ofPixels(10_000_000));
            assertRefused(ALICE, PHOTO);
        }
        assertThatCode(() -> limits.reserve(ALICE, PHOTO, MEGAPIXEL)).doesNotThrowAnyException();
    }

    private RateLimits limits(long maxIdentities) {
        return new RateLimits(
                new RateLimits.Budgets(
                        new Budget(10_000, 1_000, MINUTE),
                        new Budget(5, 5, Duration.ofDays(1)),
                        new Budget(30_000, 1_000, MINUTE),
                        maxIdentities),
                new TurnedMeter(now),
                new Meters());
    }

    private static void render(RateLimits limits, Client client, OriginalKey original) {
        try (Charge charge = limits.reserve(client, original, Price.LOOK_UP)) {
            charge.ofExistingOriginal();
            charge.settle(Price.LOOK_UP);
        }
    }

    private static Refusal refusal(RateLimits limits, Client client, OriginalKey original) {
        return assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> limits.reserve(client, original, MEGAPIXEL))
                .actual();
    }

    private static OriginalKey original(int number) {
        return new OriginalKey("photo" + number + ".jpg");
    }

    private Duration assertRefused(Client client, OriginalKey original) {
        Refusal refusal = refusal(limits, client, original);
        assertThat(refusal.reason()).isEqualTo(Reason.CLIENT_RATE_LIMITED);
        return refusal.retryAfter().orElseThrow();
    }
}

package latent.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import latent.key.OriginalKey;
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
    void a_client_that_has_had_its_share_waits_while_others_go_on() {
        for (int i = 0; i < 10; i++) {
            limits.reserve(ALICE, original(i), MEGAPIXEL).settle(MEGAPIXEL);
        }
        assertRefused(ALICE, original(10));
        assertThatCode(() -> limits.reserve(BOB, original(10), MEGAPIXEL).settle(MEGAPIXEL))
                .doesNotThrowAnyException();
    }

    @Test
    void the_refusal_says_when_there_is_enough_again_and_keeps_its_word() {
        limits.reserve(ALICE, PHOTO, MEGAPIXEL).settle(Price.ofPixels(10_000_000));
        Duration wait = assertRefused(ALICE, PHOTO);
        now.addAndGet(wait.toNanos());
        assertThatCode(() -> limits.reserve(ALICE, PHOTO, MEGAPIXEL)).doesNotThrowAnyException();
    }

    @Test
    void what_the_first_guess_lacked_is_owed() {
        limits.reserve(ALICE, PHOTO, MEGAPIXEL).settle(Price.ofPixels(20_000_000));
        now.addAndGet(MINUTE.toNanos());
        assertRefused(ALICE, PHOTO);
    }

    @Test
    void what_was_not_made_costs_nothing() {
        for (int i = 0; i < 100; i++) {
            limits.reserve(ALICE, PHOTO, MEGAPIXEL).close();
        }
        assertThatCode(() -> limits.reserve(ALICE, PHOTO, MEGAPIXEL)).doesNotThrowAnyException();
    }

    @Test
    void looking_for_what_is_not_there_costs_the_client_but_not_the_original() {
        for (int i = 0; i < 20; i++) {
            limits.reserve(ALICE, PHOTO, Price.LOOK_UP).settleLookUp();
        }
        assertRefused(ALICE, PHOTO);
        assertThatCode(() -> limits.reserve(BOB, PHOTO, Price.LOOK_UP)).doesNotThrowAnyException();
    }

    @Test
    void one_original_has_so_many_new_renditions_a_day_whoever_asks() {
        for (int i = 0; i < 5; i++) {
            limits.reserve(new Client("c" + i), PHOTO, Price.LOOK_UP).settle(Price.LOOK_UP);
        }
        assertRefused(new Client("c5"), PHOTO);
        now.addAndGet(Duration.ofDays(1).toNanos());
        assertThatCode(() -> limits.reserve(BOB, PHOTO, Price.LOOK_UP)).doesNotThrowAnyException();
    }

    @Test
    void all_clients_together_are_bounded() {
        for (int i = 0; i < 30; i++) {
            limits.reserve(new Client("c" + i), original(i), MEGAPIXEL).settle(MEGAPIXEL);
        }
        assertRefused(new Client("c30"), original(30));
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
    void a_flood_of_identities_makes_the_limit_coarser_never_absent() {
        RateLimits few = limits(3);
        for (int i = 0; i < 3; i++) {
            few.reserve(new Client("known" + i), original(i), Price.LOOK_UP).settle(Price.LOOK_UP);
        }
        int made = 0;
        for (int i = 0; i < 100; i++) {
            try {
                few.reserve(new Client("new" + i), original(i % 3), MEGAPIXEL).close();
                few.reserve(new Client("new" + i), original(i % 3), MEGAPIXEL).settle(MEGAPIXEL);
                made++;
            } catch (Refusal expected) {
                assertThat(expected.reason()).isEqualTo(Reason.RATE_LIMITED);
            }
        }
        assertThat(made).isLessThanOrEqualTo(10);
    }

    private RateLimits limits(long maxIdentities) {
        TimeMeter clock = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return now.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        return new RateLimits(
                new Budget(10_000, 1_000, MINUTE),
                new Budget(5, 5, Duration.ofDays(1)),
                new Budget(30_000, 1_000, MINUTE),
                maxIdentities,
                clock);
    }

    private static OriginalKey original(int number) {
        return new OriginalKey("photo" + number + ".jpg");
    }

    private Duration assertRefused(Client client, OriginalKey original) {
        var refusal = assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> limits.reserve(client, original, MEGAPIXEL))
                .actual();
        assertThat(refusal.reason()).isEqualTo(Reason.RATE_LIMITED);
        return refusal.retryAfter().orElseThrow();
    }
}

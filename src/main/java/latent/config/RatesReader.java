package latent.config;

import static latent.config.Setting.*;

import java.time.Duration;
import latent.admission.Budget;
import latent.admission.RateLimits;

/** Makes token budgets out of texts. */
record RatesReader(SettingParser values) {
    private static final long KILOPIXELS_IN_A_MEGAPIXEL = 1000;

    RateLimits.Budgets read() {
        int before = values.problems().size();
        Duration minute = Duration.ofMinutes(1);
        long daily = values.number(RATE_ORIGINAL_DAILY, 1, 1_000_000);
        Budget client = new Budget(burst(RATE_CLIENT_BURST), refill(RATE_CLIENT_REFILL), minute);
        Budget service = new Budget(burst(RATE_SERVICE_BURST), refill(RATE_SERVICE_REFILL), minute);
        boolean read = values.problems().size() == before;
        if (read && (client.burst() > service.burst() || client.refill() > service.refill())) {
            values.problem("rate.client-burst and rate.client-refill must not be larger than rate.service-burst and"
                    + " rate.service-refill: one client cannot have more than all together");
        }
        return new RateLimits.Budgets(
                client,
                new Budget(daily, daily, Duration.ofDays(1)),
                service,
                values.number(RATE_MAX_IDENTITIES, 1, 10_000_000));
    }

    private long burst(Setting setting) {
        return values.number(setting, 1, 1_000_000_000) * KILOPIXELS_IN_A_MEGAPIXEL;
    }

    /** At most one token in a nanosecond, see {@link Budget}. */
    private long refill(Setting setting) {
        long most = Duration.ofMinutes(1).toNanos() / KILOPIXELS_IN_A_MEGAPIXEL;
        return values.number(setting, 1, most) * KILOPIXELS_IN_A_MEGAPIXEL;
    }
}

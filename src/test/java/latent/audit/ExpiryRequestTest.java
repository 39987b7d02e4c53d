package latent.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import latent.audit.ExpiryRequest.Keeps;
import latent.plan.KeySource;
import latent.plan.OriginalGlob;
import latent.plan.PlanRequest;
import latent.plan.PlanRequest.ShardFormat;
import latent.plan.PlanRequest.StaleBy;
import org.junit.jupiter.api.Test;

/** Whether an access log can tell what nobody has asked for. */
class ExpiryRequestTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void a_log_over_all_of_the_time_lacks_nothing() {
        assertThat(request(90).lacking(daysAgo(90), daysAgo(0))).isEmpty();
        assertThat(request(90).lacking(daysAgo(200), daysAgo(1))).isEmpty();
    }

    @Test
    void one_that_begins_too_late_or_ends_too_early_is_refused_with_a_sentence() {
        assertThat(request(90).lacking(daysAgo(80), daysAgo(0))).contains("begins on", "older logs");
        assertThat(request(90).lacking(daysAgo(90), daysAgo(3))).contains("ends on", "newer logs");
    }

    @Test
    void without_days_or_a_log_nothing_is_unused() {
        assertThatThrownBy(() -> request(0)).hasMessageContaining("--unused-days");
        assertThatThrownBy(() -> new AccessLog(AccessLog.Format.S3, List.of())).hasMessageContaining("--access-log");
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static ExpiryRequest request(int days) {
        PlanRequest objects = new PlanRequest(
                KeySource.OF_BUCKET,
                KeySource.OF_BUCKET,
                "",
                OriginalGlob.ALL,
                List.of(),
                StaleBy.DATE,
                1,
                ShardFormat.NDJSON);
        AccessLog log = new AccessLog(AccessLog.Format.CLOUDFRONT, List.of("logs/"));
        return new ExpiryRequest(objects, log, days, Keeps.RENDITION, NOW, 32);
    }
}

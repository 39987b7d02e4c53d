package latent.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The interval of an estimate, by the values that others have computed of the same formula. */
class AuditSampleTest {
    @Test
    void the_interval_is_that_of_wilson() {
        // 2 of 10, as in Brown, Cai and DasGupta (2001); 0 and 10 of 10 by the formula z² / (n + z²)
        assertThat(AuditSample.share(10, 2)[0]).isCloseTo(0.0567, within(0.0005));
        assertThat(AuditSample.share(10, 2)[1]).isCloseTo(0.5098, within(0.0005));
        assertThat(AuditSample.share(10, 0)[0]).isEqualTo(0, within(1e-9));
        assertThat(AuditSample.share(10, 0)[1]).isCloseTo(0.2775, within(0.0005));
        assertThat(AuditSample.share(10, 10)[0]).isCloseTo(0.7225, within(0.0005));
        assertThat(AuditSample.share(10, 10)[1]).isEqualTo(1, within(1e-9));
    }

    @Test
    void of_nothing_nothing_is_known_and_of_very_many_all() {
        assertThat(AuditSample.share(0, 0)).containsExactly(0, 1);
        assertThat(AuditSample.share(1L << 40, 1L << 39)).containsExactly(0.5, 0.5);
    }
}

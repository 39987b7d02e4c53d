package latent.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleSizeTest {
    @Test
    void is_a_number_or_a_share() {
        assertThat(SampleSize.parse("10000")).isEqualTo(new SampleSize(10_000, 0));
        assertThat(SampleSize.parse("0.5%")).isEqualTo(new SampleSize(0, 5_000));
        assertThat(SampleSize.parse("100%").isAll()).isTrue();
        assertThat(SampleSize.parse("0.5%").expected(10_000)).isEqualTo(50);
        assertThat(SampleSize.parse("500").expected(20)).isEqualTo(20);
        assertThat(SampleSize.parse("2.5%")).hasToString("2.5%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "0%", "0.00001%", "101%", "100.5%", "1000001", "5 %", "many", "1e3"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> SampleSize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A sample is a number of renditions");
    }
}

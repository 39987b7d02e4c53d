package latent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTypesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8 | true",
                "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5 | true",
                "*/* | true",
                "IMAGE/PNG | true",
                "image/* ; q=0.001 | true",
                "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8 | true",
                "image/webp | false",
                "text/html | false",
                "application/json, text/plain | false",
                "image/png;q=0, */* | false",
                "image/*;q=0.000, */* | false",
                "image/*;q=0, image/png;q=0.5 | true",
                "*/*; level=1; Q = 0 ; x=y | false",
                "image/pngg | false",
                "image | false"
            })
    void the_range_that_fits_best_decides(String accept, boolean accepted) {
        assertThat(AcceptedTypes.accept(Collections.enumeration(List.of(accept)), "image/png"))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , "})
    void a_client_without_the_header_accepts_everything(String nothing) {
        assertThat(AcceptedTypes.accept(Collections.enumeration(List.of(nothing)), "image/png"))
                .isTrue();
        assertThat(AcceptedTypes.accept(Collections.emptyEnumeration(), "image/png"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"text/html, image/png, true", "image/png;q=0, */*, false"})
    void several_lines_are_one_list(String first, String second, boolean accepted) {
        assertThat(AcceptedTypes.accept(Collections.enumeration(List.of(first, second)), "image/png"))
                .isEqualTo(accepted);
    }
}

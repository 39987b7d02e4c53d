package latent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawTargetTest {
    @ParameterizedTest
    @CsvSource({
        "/widgets/a_60_40.jpg, widgets/a_60_40.jpg",
        "widgets/a_60_40.jpg, widgets/a_60_40.jpg",
        "/%61_60_40.jpg, a_60_40.jpg",
        "/gr%C3%B6%c3%9fe_60_40.jpg, größe_60_40.jpg",
        "/%F0%9F%98%80_60_40.jpg, 😀_60_40.jpg",
        "/a+b%20c_60_40.jpg, a+b c_60_40.jpg"
    })
    void escapes_are_decoded_as_utf_8(String path, String key) {
        assertThat(RawTarget.decode(path)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "/%2561_60_40.jpg, %61_60_40.jpg",
        "//a/../b//c/./d;v=1_60_40.jpg, /a/../b//c/./d;v=1_60_40.jpg",
        "/a%2Fb%5Cc_60_40.jpg, a/b\\c_60_40.jpg"
    })
    void a_path_is_decoded_once_and_not_normalized(String path, String key) {
        assertThat(RawTarget.decode(path)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%",
                "/a%6",
                "/a%g1",
                "/a%6 ",
                "/a%-1",
                "/a%+1",
                "/%ff",
                "/%c0%af",
                "/%ed%a0%80",
                "/%c3",
                "/größe",
                "/\u00c3\u00a4",
                "/\u0161",
                "/%٤١",
                "/%４１",
                "/%4１"
            })
    void a_broken_escape_and_what_is_no_utf_8_are_refused(String path) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> RawTarget.decode(path))
                .matches(refusal -> refusal.reason() == Reason.MALFORMED_KEY);
    }
}

package latent.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoggedPathTest {
    @Test
    void a_path_without_escapes_is_its_key() {
        assertThat(LoggedPath.keys("/widgets/a_60_40.jpg")).containsExactly("widgets/a_60_40.jpg");
        assertThat(LoggedPath.keys("widgets/a_60_40.jpg?width=3")).containsExactly("widgets/a_60_40.jpg");
    }

    @Test
    void escapes_are_read_once_and_twice_because_both_are_written() {
        assertThat(LoggedPath.keys("/gr%C3%B6%C3%9Fe%20b_60_40.jpg")).contains("größe b_60_40.jpg");
        assertThat(LoggedPath.keys("/gr%25C3%25B6%25C3%259Fe%2520b_60_40.jpg")).contains("größe b_60_40.jpg");
        assertThat(LoggedPath.keys("/50%25_60_40.jpg")).contains("50%_60_40.jpg");
    }

    @Test
    void a_plus_is_a_plus_and_a_space() {
        assertThat(LoggedPath.keys("a+b_60_40.jpg")).containsExactlyInAnyOrder("a+b_60_40.jpg", "a b_60_40.jpg");
    }

    @Test
    void broken_escapes_are_left_as_they_are() {
        assertThat(LoggedPath.keys("/%zz_60_40.jpg")).containsExactly("%zz_60_40.jpg");
    }
}

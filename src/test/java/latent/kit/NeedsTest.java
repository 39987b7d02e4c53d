package latent.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeedsTest {
    @TempDir
    private Path beside;

    @TempDir
    private Path named;

    @Test
    void a_folder_beside_the_checkout_is_found_by_itself() {
        assertThat(Needs.folder(Optional.empty(), beside)).contains(beside);
        assertThat(Needs.folder(Optional.empty(), beside.resolve("none"))).isEmpty();
    }

    @Test
    void the_environment_variable_comes_first_and_an_empty_one_means_none() {
        assertThat(Needs.folder(Optional.of(named.toString()), beside)).contains(named);
        assertThat(Needs.folder(Optional.of(""), beside)).isEmpty();
    }

    @Test
    void a_variable_that_names_no_folder_is_an_error() {
        Optional<String> mistyped = Optional.of(named.resolve("fotos").toString());
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Needs.folder(mistyped, beside))
                .withMessageContaining("fotos is no folder");
    }
}

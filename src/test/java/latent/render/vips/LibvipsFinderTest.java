package latent.render.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import latent.render.EngineUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibvipsFinderTest {
    @Test
    void the_library_beside_the_program_is_found(@TempDir Path folder) throws IOException {
        Path lib = Files.createDirectories(
                folder.resolve("node_modules/@img/sharp-libvips-" + LibvipsFinder.platform() + "/lib"));
        Path file = Files.createFile(lib.resolve("libvips-cpp.so.8.18.7"));
        assertThat(LibvipsFinder.find(Optional.empty(), folder.resolve("target/latent.jar")))
                .contains(file.toAbsolutePath());
    }

    @Test
    void the_setting_comes_first() {
        Path own = Path.of("own.so");
        assertThat(LibvipsFinder.find(Optional.of(own), Path.of("x.jar"))).contains(own);
    }

    @Test
    void an_old_library_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> new LibvipsVersion(8, 14, 1).mustNotBeBelowFloor())
                .hasMessageContaining("8.14.1")
                .hasMessageContaining("npm ci");
        assertThatThrownBy(() -> new LibvipsVersion(8, 18, 2).mustNotBeBelowFloor())
                .isInstanceOf(EngineUnavailable.class);
        assertThatCode(() -> new LibvipsVersion(8, 18, 3).mustNotBeBelowFloor()).doesNotThrowAnyException();
        assertThatCode(() -> new LibvipsVersion(9, 0, 0).mustNotBeBelowFloor()).doesNotThrowAnyException();
    }
}

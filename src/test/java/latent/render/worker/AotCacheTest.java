package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import latent.kit.BesideOtherClasses;
import latent.render.vips.LibvipsHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOtherClasses
class AotCacheTest {
    /** Layers of an image keep a file's time by the second. */
    @Test
    void what_was_made_for_a_jar_is_found_for_it_in_an_image_that_was_pushed_and_pulled(@TempDir Path image)
            throws Exception {
        Path library = LibvipsHere.orSkip();
        Path jar = Files.copy(WorkersHere.jar(), image.resolve("latent.jar"));
        Instant built = Instant.parse("2026-11-26T05:00:00.789123456Z");
        Files.setLastModifiedTime(jar, FileTime.from(built));
        Optional<Path> made = AotCache.of(jar, library, image.resolve("aot"));
        assertThat(made).isPresent();

        Files.setLastModifiedTime(jar, FileTime.from(built.truncatedTo(ChronoUnit.SECONDS)));
        assertThat(AotCache.of(jar, library, image.resolve("aot"))).isEqualTo(made);
        Files.setLastModifiedTime(jar, FileTime.from(built.plusSeconds(1)));
        assertThat(AotCache.of(jar, library, image.resolve("aot"))).isPresent().isNotEqualTo(made);
    }
}

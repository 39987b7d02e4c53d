package latent.render.vips;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The libvips that {@code npm ci} fetched; without it a test is skipped, and says so. */
public final class LibvipsHere {
    private LibvipsHere() {}

    public static Path orSkip() {
        Optional<Path> library = LibvipsFinder.find(Optional.empty(), Path.of("target", "classes"));
        if (library.isEmpty()) {
            System.out.println("SKIPPED: no libvips (npm ci fetches it)");
        }
        Assumptions.assumeTrue(library.isPresent(), "no libvips (npm ci fetches it)");
        return library.orElseThrow();
    }
}

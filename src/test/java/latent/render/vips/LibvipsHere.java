package latent.render.vips;

import java.nio.file.Path;
import java.util.Optional;
import latent.kit.Needs;

/** The libvips that the build fetched; without it a test is skipped, and says so. */
public final class LibvipsHere {
    private LibvipsHere() {}

    public static Path orSkip() {
        return Needs.present(
                LibvipsFinder.find(Optional.empty(), Path.of("target", "classes")),
                "libvips",
                "install npm; the build then fetches it");
    }
}

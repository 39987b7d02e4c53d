package latent.render.heif;

import java.nio.file.Path;
import java.util.Optional;
import latent.kit.Needs;

/** The libheif of this machine; without it a test is skipped, and says so. */
public final class LibheifHere {
    private LibheifHere() {}

    public static Path orSkip() {
        return Needs.present(
                LibheifFinder.find(Optional.empty()),
                "libheif with libde265",
                "of Debian and Ubuntu the packages libheif1 and, where there is one, libheif-plugin-libde265");
    }
}

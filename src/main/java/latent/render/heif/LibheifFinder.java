package latent.render.heif;

import java.nio.file.Path;
import java.util.Optional;
import latent.render.nativecall.SystemLibrary;

/** Where libheif is: where the setting says, else where the system has it. */
public final class LibheifFinder {
    private LibheifFinder() {}

    /**
     * The library to load; its version, and whether it decodes HEVC, is looked at when it is loaded.
     *
     * @param setting the operator's choice, which is not second-guessed
     */
    public static Optional<Path> find(Optional<Path> setting) {
        return setting.or(() -> SystemLibrary.find("heif", "1"));
    }
}

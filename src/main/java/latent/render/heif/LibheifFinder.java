package latent.render.heif;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where libheif is: where the setting says, else where the system has it. */
public final class LibheifFinder {
    private LibheifFinder() {}

    /**
     * The library to load; its version, and whether it decodes HEVC, is looked at when it is loaded.
     *
     * @param setting the operator's choice, which is not second-guessed
     */
    public static Optional<Path> find(Optional<Path> setting) {
        return setting.or(LibheifFinder::ofTheSystem);
    }

    /** The usual folders of Debian, Fedora, Alpine and Homebrew. */
    private static Optional<Path> ofTheSystem() {
        return Stream.of(
                        "/usr/lib/x86_64-linux-gnu/libheif.so.1",
                        "/usr/lib/aarch64-linux-gnu/libheif.so.1",
                        "/usr/lib64/libheif.so.1",
                        "/usr/lib/libheif.so.1",
                        "/usr/local/lib/libheif.so.1",
                        "/opt/homebrew/lib/libheif.1.dylib",
                        "/usr/local/lib/libheif.1.dylib")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
    }
}

package latent.render.vips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import latent.render.nativecall.SystemLibrary;

/**
 * Finds libvips: at the path in the setting, else in {@code node_modules} beside the program, where {@code npm ci} puts the one that sharp is built
 * on, else the system's.
 */
public final class LibvipsFinder {
    private static final int FOLDERS_UP = 3;

    private LibvipsFinder() {}

    /**
     * The library to load; its version is looked at when it is loaded.
     *
     * @param setting the operator's choice; with one, no other place is searched
     * @param program the jar, or the folder of classes, that runs
     */
    public static Optional<Path> find(Optional<Path> setting, Path program) {
        if (setting.isPresent()) {
            return setting;
        }
        return beside(program).or(() -> SystemLibrary.find("vips", "42"));
    }

    private static Optional<Path> beside(Path program) {
        Path modules = Path.of("node_modules", "@img", "sharp-libvips-" + platform(), "lib");
        return Stream.iterate(program.toAbsolutePath().getParent(), folder -> folder != null, Path::getParent)
                .limit(FOLDERS_UP)
                .map(folder -> folder.resolve(modules))
                .flatMap(LibvipsFinder::libraries)
                .findFirst();
    }

    private static Stream<Path> libraries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("libvips-cpp.")).toList().stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    /** As npm names it: linux-x64, linux-arm64, linuxmusl-x64, darwin-arm64 and so on. */
    static String platform() {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
        boolean arm = System.getProperty("os.arch", "").equals("aarch64");
        boolean musl = !mac && Files.exists(Path.of("/lib/ld-musl-" + (arm ? "aarch64" : "x86_64") + ".so.1"));
        return (mac ? "darwin-" : musl ? "linuxmusl-" : "linux-") + (arm ? "arm64" : "x64");
    }
}

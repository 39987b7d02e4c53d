package latent.render.nativecall;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the system keeps a shared library; the loader's own search would tell nobody which file it took. */
public final class SystemLibrary {
    private SystemLibrary() {}

    /**
     * The library in the usual folders of Debian, Fedora, Alpine and Homebrew.
     *
     * @param name    without {@code lib}: {@code vips}
     * @param version of its interface: {@code 42}
     */
    public static Optional<Path> find(String name, String version) {
        String linux = "lib" + name + ".so." + version;
        String mac = "lib" + name + "." + version + ".dylib";
        return Stream.of(
                        "/usr/lib/x86_64-linux-gnu/" + linux,
                        "/usr/lib/aarch64-linux-gnu/" + linux,
                        "/usr/lib64/" + linux,
                        "/usr/lib/" + linux,
                        "/usr/local/lib/" + linux,
                        "/opt/homebrew/lib/" + mac,
                        "/usr/local/lib/" + mac)
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
    }
}

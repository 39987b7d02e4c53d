package latent.kit;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.render.vips.LibvipsHere;
import latent.render.worker.WorkersHere;
import org.jspecify.annotations.NullMarked;

/**
 * The program from a jar, with libvips in render workers that are shut in: what a container image runs. Packed here, since tests run before the
 * build packs its own.
 */
@NullMarked
public final class PackedProgram {
    private PackedProgram() {}

    /**
     * A command of it, on any free port of loopback. Skips the test where there is no libvips.
     *
     * @param command  {@code serve} or {@code warm}
     * @param settings further ones, by name
     */
    public static List<String> command(String command, URI s3, Map<String, String> settings, String... options) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of(options));
        words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath(), "latent.Main", command));
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "http.host",
                "127.0.0.1",
                "http.port",
                "0",
                "render.engine",
                "vips",
                "render.libvips",
                LibvipsHere.orSkip().toString(),
                "render.threads",
                "1"));
        all.putAll(S3Settings.of(s3));
        all.putAll(settings);
        all.forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
        return words;
    }

    /** The jar in the place of the folders of classes, and its libraries. */
    private static String classPath() {
        Stream<String> libraries = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"));
        return Stream.concat(Stream.of(WorkersHere.jar().toString()), libraries)
                .collect(Collectors.joining(File.pathSeparator));
    }
}

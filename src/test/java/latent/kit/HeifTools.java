package latent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** libheif's own programs, which write HEIC files and check ours; without them a test is skipped, and says so. */
public final class HeifTools {
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;

    private HeifTools(Path folder) {
        this.folder = folder;
    }

    /**
     * The programs of this machine.
     *
     * @param folder of the test's own
     */
    public static HeifTools orSkip(Path folder) {
        for (String program : List.of("heif-enc", "heif-convert")) {
            Needs.present(onPath(program), program, "the package libheif-examples of Debian, with x265");
        }
        return new HeifTools(folder);
    }

    /** A HEIC file of a picture in PNG. */
    public byte[] heic(byte[] png, String... options) throws Exception {
        Path from = Files.write(folder.resolve("drawn.png"), png);
        Path to = folder.resolve("drawn.heic");
        List<String> line = new ArrayList<>(List.of("heif-enc", from.toString(), "-o", to.toString()));
        line.addAll(List.of(options));
        run(line);
        return Files.readAllBytes(to);
    }

    /** What libheif's own converter makes of a file; of eight bits a channel. */
    public BufferedImage decoded(byte[] heic) throws Exception {
        Path from = Files.write(folder.resolve("coded.heic"), heic);
        Path to = folder.resolve("decoded.png");
        run(List.of("heif-convert", from.toString(), to.toString()));
        return ImageIO.read(to.toFile());
    }

    private void run(List<String> line) throws Exception {
        File said = folder.resolve("said").toFile();
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended && process.waitFor() == 0)
                .as(line + " says " + Files.readString(said.toPath()))
                .isTrue();
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator, -1)))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

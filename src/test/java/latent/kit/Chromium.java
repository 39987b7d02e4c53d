package latent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A real browser; without it a test is skipped, and says so. */
public record Chromium(String command, Path data) {
    /**
     * The browser of this machine.
     *
     * @param data a folder of the test's own
     */
    public static Chromium orSkip(Path data) {
        String command =
                Needs.present(onPath("chromium", "google-chrome"), "Chromium", "a package chromium, or Google Chrome");
        return new Chromium(command, data);
    }

    /** A page after its scripts have run, as HTML. */
    public String dom(String url) throws IOException, InterruptedException {
        Path dom = data.resolve("dom.html");
        run(dom, List.of("--dump-dom", url));
        return Files.readString(dom, StandardCharsets.UTF_8);
    }

    /** A page as an sRGB screen shows it. */
    public BufferedImage screenshot(String url, int width, int height) throws IOException, InterruptedException {
        Path picture = data.resolve("screenshot.png");
        run(
                data.resolve("stdout"),
                List.of(
                        "--force-color-profile=srgb",
                        "--hide-scrollbars",
                        "--window-size=" + width + "," + height,
                        "--screenshot=" + picture,
                        url));
        return ImageIO.read(picture.toFile());
    }

    private void run(Path output, List<String> task) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                command,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + data.resolve("profile")));
        line.addAll(task);
        Process process = new ProcessBuilder(line)
                .redirectOutput(output.toFile())
                .redirectError(data.resolve("stderr").toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    }

    private static Optional<String> onPath(String... names) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}

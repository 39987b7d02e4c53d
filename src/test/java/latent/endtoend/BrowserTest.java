package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import latent.kit.Needs;
import latent.kit.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real browser, which follows the redirect by itself and decodes what it gets. */
class BrowserTest {
    @Test
    void a_page_on_the_website_shows_pictures_that_nobody_has_made_yet(@TempDir Path data) throws Exception {
        String chromium =
                Needs.present(onPath("chromium", "google-chrome"), "Chromium", "a package chromium, or Google Chrome");
        try (Stack stack = Stack.start(data.resolve("s3"), Map.of())) {
            stack.putOriginal("widgets/myimage.jpg", Stack.jpeg(1200, 900));
            stack.s3.put("renditions", "page.html", """
                    <img src="/widgets/myimage_600_400.jpg" onload="this.alt = naturalWidth + 'x' + naturalHeight">
                    <img src="/widgets/myimage-200x200_fill.jpg.png" onload="this.alt = naturalWidth + 'x' + naturalHeight">
                    """);
            String page = dumpDom(chromium, data, stack.cloud.website().url() + "/page.html");
            assertThat(page).contains("alt=\"533x400\"").contains("alt=\"200x200\"");
            assertThat(stack.storedAfter(3)).hasSize(3);
        }
    }

    private static String dumpDom(String chromium, Path data, String url) throws Exception {
        Path dom = data.resolve("dom.html");
        Process process = new ProcessBuilder(List.of(
                        chromium,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + data.resolve("profile"),
                        "--dump-dom",
                        url))
                .redirectOutput(dom.toFile())
                .redirectError(new File(data.toFile(), "stderr"))
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        return Files.readString(dom, StandardCharsets.UTF_8);
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

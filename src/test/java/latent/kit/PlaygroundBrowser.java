package latent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real browser that uses the playground as {@code src/test/browser/playground.mjs} says. In each of its runs an error on the page, or a request that leaves
 * this machine, is a failure.
 */
public record PlaygroundBrowser(Chromium chromium, Path scripts, Path screenshots) {
    /** Chromium and the packages that drive it; without them a test is skipped, and says so. */
    public static PlaygroundBrowser orSkip(Path data) throws IOException, InterruptedException {
        return new PlaygroundBrowser(
                Chromium.orSkip(data),
                NodeModules.orSkip(Path.of("src/test/browser")),
                Files.createDirectories(Path.of("target", "playground").toAbsolutePath()));
    }

    /**
     * Runs the script of one claim.
     *
     * @param claim its name in the script
     * @param page  the address of the playground
     */
    public void play(String claim, URI page) throws IOException, InterruptedException {
        String said = NodeJs.run(
                scripts, "playground.mjs", claim, chromium.command(), page.toString(), screenshots.toString());
        assertThat(said).contains(claim + ": done");
    }
}

package latent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code src/main/sh/fetch-libvips} in a checkout of its own, with an npm that does what the test says. */
class FetchLibvipsTest {
    private static final String LIBRARY = "node_modules/@img/sharp-libvips-any/lib/libvips-cpp.so.1";
    private static final String FETCHES = "mkdir -p node_modules/@img/sharp-libvips-any/lib; echo new > " + LIBRARY
            + "; cp package-lock.json node_modules/.package-lock.json";

    @TempDir
    private Path checkout;

    private Path script;
    private Path programs;

    @BeforeEach
    void lay_out() throws IOException {
        Path scripts = Files.createDirectories(checkout.resolve("src/main/sh"));
        script = Files.copy(Path.of("src", "main", "sh", "fetch-libvips"), scripts.resolve("fetch-libvips"));
        programs = Files.createDirectories(checkout.resolve("programs"));
        for (String program :
                new String[] {"bash", "grep", "dirname", "readlink", "mkdir", "mktemp", "cp", "mv", "rm"}) {
            Files.createSymbolicLink(programs.resolve(program), onPath(program));
        }
        Files.writeString(checkout.resolve("package.json"), "{}");
        wanting("sha512-new");
    }

    @Test
    void what_is_missing_is_fetched_once() throws Exception {
        npm(FETCHES);
        assertThat(run()).isEmpty();
        assertThat(checkout.resolve(LIBRARY)).hasContent("new");
        npm("echo asked again > ../../asked");
        assertThat(run()).isEmpty();
        assertThat(checkout.resolve("asked")).doesNotExist();
    }

    @Test
    void what_is_older_than_the_lock_file_is_fetched_anew() throws Exception {
        npm(FETCHES);
        run();
        Files.writeString(checkout.resolve(LIBRARY), "old");
        wanting("sha512-newer");
        assertThat(run()).isEmpty();
        assertThat(checkout.resolve(LIBRARY)).hasContent("new");
    }

    @Test
    void without_npm_one_sentence_says_how_to_get_it() throws Exception {
        assertThat(run().lines())
                .singleElement()
                .asString()
                .contains("npm is missing")
                .contains("apt install npm");
    }

    @Test
    void an_npm_that_cannot_fetch_is_no_failure_and_takes_nothing_away() throws Exception {
        npm(FETCHES);
        run();
        wanting("sha512-newer");
        for (String offline : new String[] {"exit 1", "echo up to date"}) {
            npm(offline);
            assertThat(run().lines()).singleElement().asString().contains("could not fetch libvips");
            assertThat(checkout.resolve(LIBRARY)).exists();
        }
    }

    private void wanting(String checksum) throws IOException {
        Files.writeString(checkout.resolve("package-lock.json"), "  \"integrity\": \"" + checksum + "\",\n");
    }

    private void npm(String does) throws IOException {
        Path npm = programs.resolve("npm");
        Files.writeString(npm, "#!" + programs.resolve("bash") + "\n" + does + "\n");
        assertThat(npm.toFile().setExecutable(true)).isTrue();
    }

    /** Runs the script, which has to succeed, and returns what it printed. */
    private String run() throws Exception {
        ProcessBuilder process = new ProcessBuilder(programs.resolve("bash").toString(), script.toString());
        process.environment().put("PATH", programs.toString());
        Process running = process.redirectErrorStream(true).start();
        String said = new String(running.getInputStream().readAllBytes(), UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        return said;
    }

    private static Path onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}

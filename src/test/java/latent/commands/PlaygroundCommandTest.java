package latent.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latent.kit.PlaygroundBrowser;
import latent.kit.Stack;
import latent.local.playground.PlaygroundPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaygroundCommandTest {
    @TempDir
    private Path data;

    private record Ended(int exitCode, String said) {}

    @Test
    void the_folder_that_it_writes_is_a_page_once_it_is_in_the_bucket() throws Exception {
        PlaygroundBrowser browser = PlaygroundBrowser.orSkip(data);
        Path folder = data.resolve("page");
        Ended ended = latent(
                "playground", folder.toString(), "--original", "widgets/one.jpg", "--set", "renditions.bucket=images");
        assertThat(ended.said()).contains("aws s3 sync " + folder + " s3://images/-/playground/");
        assertThat(ended.exitCode()).isZero();
        try (Stack stack = Stack.start(data.resolve("s3"), Map.of())) {
            stack.putOriginal("widgets/one.jpg", Stack.jpeg(1200, 900));
            assertThat(stack.website().get("/-/playground/").status()).isEqualTo(302);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    String name = folder.relativize(file).toString();
                    stack.s3.put(
                            "renditions",
                            "-/playground/" + name,
                            Files.readString(file),
                            put -> put.contentType(PlaygroundPage.mediaType(name)));
                }
            }
            browser.play("bare", stack.cloud.website().url().resolve("/-/playground/"));
        }
    }

    @Test
    void what_is_no_original_is_refused_in_a_sentence_and_nothing_is_written() throws Exception {
        Path folder = data.resolve("page");
        Ended ended = latent("playground", folder.toString(), "--original", "notes.txt");
        assertThat(ended).isEqualTo(new Ended(1, "latent: notes.txt is no key of an original here.\n"));
        assertThat(folder).doesNotExist();
    }

    private static Ended latent(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "latent.Main"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said);
    }
}

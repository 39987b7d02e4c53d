package latent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;

/** {@code latent demo} in a process of its own, as people start it. */
@NullMarked
public final class DemoProcess implements AutoCloseable {
    private final Process process;
    private final URI website;
    private final URI playground;

    private DemoProcess(Process process, URI website, URI playground) {
        this.process = process;
        this.website = website;
        this.playground = playground;
    }

    /**
     * Starts it and waits until it says where everything is.
     *
     * @param data    a folder of the test's own
     * @param options further words, such as {@code --set} and a setting
     */
    public static DemoProcess start(Path data, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "latent.Main",
                "demo",
                "--data=" + data.resolve("buckets"),
                "--website-port=0",
                "--processor-port=0",
                "--s3-port=0"));
        command.addAll(Arrays.asList(options));
        Process process = new ProcessBuilder(command)
                .redirectError(data.resolve("demo.log").toFile())
                .start();
        try {
            List<String> said = said(process);
            return new DemoProcess(process, address(said, "website"), address(said, "playground"));
        } catch (Exception | AssertionError failure) {
            process.destroy();
            throw failure;
        }
    }

    /** What it prints until it waits for Ctrl-C. */
    private static List<String> said(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.startsWith("Ctrl-C stops.")) {
                break;
            }
        }
        return lines;
    }

    private static URI address(List<String> said, String name) {
        assertThat(said).anyMatch(line -> line.strip().startsWith(name + " "));
        return said.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(name + " "))
                .map(line -> URI.create(line.split(" +", -1)[1]))
                .findFirst()
                .orElseThrow();
    }

    public URI website() {
        return website;
    }

    /** The address of the playground. */
    public URI playground() {
        return playground;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    }
}

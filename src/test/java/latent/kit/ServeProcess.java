package latent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latent.local.RawHttp;
import org.jspecify.annotations.NullMarked;

/** {@code latent serve} in a process of its own, for what would end or stop the JVM of the tests. */
@NullMarked
public final class ServeProcess {
    private ServeProcess() {}

    /** The command, on any free port of loopback, with the portable engine; options are the JVM's. */
    public static List<String> command(URI s3, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "latent.Main",
                "serve",
                "--set",
                "http.host=127.0.0.1",
                "--set",
                "http.port=0",
                "--set",
                "render.engine=imgscalr"));
        S3Settings.of(s3).forEach((name, value) -> command.addAll(List.of("--set", name + "=" + value)));
        return command;
    }

    /** The port that it says it listens on. */
    public static int port(Process program) throws Exception {
        String line =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertThat(line).startsWith("Latent listens on port ");
        return Integer.parseInt(line.replaceAll("\\D*(\\d+);.*", "$1"));
    }

    /** One of its numbers without labels; 0 when it is not there. */
    public static double metric(RawHttp http, String name) throws Exception {
        return http.get("/-/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}

package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** In a process of its own, because a sandbox cannot be left. */
@EnabledOnOs(OS.LINUX)
class SandboxTest {
    @Test
    void a_sandboxed_process_opens_no_file_connects_nowhere_and_starts_no_program() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Process probe = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx32m",
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SandboxProbe.class.getName(),
                            Integer.toString(server.getLocalPort()),
                            Long.toString(ProcessHandle.current().pid()))
                    .redirectErrorStream(true)
                    .start();
            List<String> said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(said)
                    .containsSubsequence("before could", "before could")
                    .contains(
                            "holds [memory, network, programs, files]",
                            "environ could not",
                            "read could not",
                            "write could not",
                            "connect could not",
                            "program could not",
                            "memory could not",
                            "little-memory could");
        }
    }
}

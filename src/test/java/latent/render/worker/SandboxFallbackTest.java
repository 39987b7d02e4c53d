package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import latent.render.vips.LibvipsHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** In a process of its own, because a filter of system calls cannot be removed. */
@EnabledOnOs(OS.LINUX)
class SandboxFallbackTest {
    @Test
    void where_the_system_refuses_the_sandbox_workers_render_all_the_same_and_one_line_says_so() throws Exception {
        LibvipsHere.orSkip();
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RefusingSystem.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(said)
                .containsSubsequence("refuses true", "rendered 120", "rendered 120", "rendered 120")
                .anyMatch(line -> line.startsWith("engine vips") && line.endsWith("shut in: memory"));
        assertThat(said)
                .filteredOn(line -> line.contains("refuses part of the sandbox"))
                .singleElement()
                .asString()
                .contains("not kept from network, programs, files; originals come through a pipe");
    }
}

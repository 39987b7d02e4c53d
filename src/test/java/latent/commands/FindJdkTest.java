package latent.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher finds a JDK 25: each start of {@code ./latent} waits for it. */
class FindJdkTest {
    @TempDir
    private Path folder;

    @Test
    void the_release_file_tells_the_version_and_no_java_is_started() throws Exception {
        Path older = jdk("a-17", "17.0.16", "25.0.3");
        Path right = jdk("b-25", "25.0.3", "25.0.3");
        assertThat(found(older)).isEqualTo(right.toString());
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    @Test
    void of_25_itself_there_is_no_second_number() throws Exception {
        Path first = jdk("a-25", "25", "25");
        assertThat(found(first)).isEqualTo(first.toString());
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    @Test
    void a_java_without_a_release_file_is_asked() throws Exception {
        Path right = jdk("a-25", "", "25.0.3");
        assertThat(found(right)).isEqualTo(right.toString());
        assertThat(folder.resolve("asked")).hasContent("a-25");
    }

    @Test
    void without_a_java_home_only_what_stands_beside_the_java_of_the_path_is_looked_at() throws Exception {
        Path older = jdk("a-17", "17.0.16", "17.0.16");
        Path right = jdk("b-25", "25.0.3", "25.0.3");
        ProcessBuilder find = new ProcessBuilder("bash", "-x", "src/main/sh/find-jdk");
        find.environment().remove("JAVA_HOME");
        find.environment().merge("PATH", older.resolve("bin").toString(), (path, first) -> first + ":" + path);
        List<String> said =
                find.redirectErrorStream(true).start().inputReader().lines().toList();
        assertThat(said).contains(right.toString());
        assertThat(said.stream().filter(line -> line.startsWith("+ is_25 ")))
                .isNotEmpty()
                .allMatch(line -> line.contains(folder.toString()));
    }

    /** A JDK whose release file, if any, says one version, and whose java says another. */
    private Path jdk(String name, String released, String said) throws Exception {
        Path home = folder.resolve(name);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(
                java,
                "#!/bin/sh\necho " + name + " >>" + folder.resolve("asked") + "\necho 'openjdk version \"" + said
                        + "\" 2026-04-21' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        if (!released.isEmpty()) {
            Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + released + "\"\n");
        }
        return home;
    }

    private static String found(Path javaHome) throws Exception {
        ProcessBuilder find = new ProcessBuilder("src/main/sh/find-jdk");
        find.environment().put("JAVA_HOME", javaHome.toString());
        Process process = find.redirectErrorStream(true).start();
        String home = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).as(home).isZero();
        return home;
    }
}

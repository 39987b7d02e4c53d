package latent.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gaul.s3proxy.S3Proxy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The program as a container image has it, without the libraries of the local stack. */
class DemoWithoutLibrariesTest {
    @ParameterizedTest
    @ValueSource(classes = {S3Proxy.class, JsonMapper.class})
    void demo_says_in_one_line_what_is_missing_and_what_to_do(Class<?> missing, @TempDir Path data) throws Exception {
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPathWithout(missing),
                        "latent.Main",
                        "demo",
                        "--data=" + data,
                        "--website-port=0",
                        "--processor-port=0",
                        "--s3-port=0")
                .redirectErrorStream(true)
                .start();
        List<String> said =
                new String(demo.getInputStream().readAllBytes(), UTF_8).lines().toList();
        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("latent: The demo needs the libraries of the local stack, and they are not here (")
                .contains(missing.getName(), "mvn package");
        assertThat(demo.waitFor()).isEqualTo(1);
        assertThat(data).isEmptyDirectory();
    }

    private static String classPathWithout(Class<?> missing) throws Exception {
        Path library = Path.of(
                missing.getProtectionDomain().getCodeSource().getLocation().toURI());
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !Path.of(entry).toAbsolutePath().equals(library))
                .collect(Collectors.joining(File.pathSeparator));
    }
}

package latent.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Node.js of this machine; without one that is new enough a test is skipped, and says so. */
@NullMarked
public final class NodeJs {
    private static final int OLDEST = 20;

    private NodeJs() {}

    /**
     * Runs it to its end, and fails unless it ends with exit code 0.
     *
     * @return what it has said
     */
    public static String run(Path folder, String... words) throws IOException, InterruptedException {
        Needs.present(version().filter(major -> major >= OLDEST), "Node.js " + OLDEST + " or later", "install nodejs");
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(words));
        Process node = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
        return said;
    }

    private static Optional<Integer> version() throws IOException {
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            String version = new String(node.getInputStream().readAllBytes(), UTF_8);
            return Optional.of(Integer.valueOf(version.replaceAll("v(\\d+)\\..*\\s*", "$1")));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}

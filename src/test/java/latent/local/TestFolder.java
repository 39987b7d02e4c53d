package latent.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder that goes when it is closed, for what outlives one test method. */
public record TestFolder(Path path) implements AutoCloseable {
    public static TestFolder make() throws IOException {
        return new TestFolder(Files.createTempDirectory("latent-test"));
    }

    @Override
    public void close() {
        try (var inside = Files.walk(path)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package latent.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of scripts for Node.js with the packages that its package-lock.json names; without npm a test is skipped, and says so. */
public final class NodeModules {
    private NodeModules() {}

    /**
     * A copy of a folder under {@code target}, with its packages in it; they are fetched once, and again when the lock has changed.
     *
     * @param folder of the scripts, their package.json and package-lock.json
     */
    public static Path orSkip(Path folder) throws IOException, InterruptedException {
        Path copy = Files.createDirectories(
                Path.of("target", "node", folder.getFileName().toString()));
        Path fetched = copy.resolve("node_modules").resolve("fetched-lock.json");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(Path.of(".npmrc"), copy.resolve(".npmrc"), StandardCopyOption.REPLACE_EXISTING);
        Path lock = copy.resolve("package-lock.json");
        if (!Files.exists(fetched) || Files.mismatch(fetched, lock) >= 0) {
            Path log = copy.resolve("npm.log");
            Needs.present(
                    Optional.of(npmCi(copy, log)).filter(exitCode -> exitCode == 0),
                    "packages for " + folder,
                    "install npm, and let it reach its registry; " + log + " says what went wrong");
            Files.copy(lock, fetched);
        }
        return copy.toAbsolutePath();
    }

    private static int npmCi(Path folder, Path log) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
        } catch (IOException noNpm) {
            Files.writeString(log, "npm cannot be started: " + noNpm.getMessage());
            return 1;
        }
    }
}

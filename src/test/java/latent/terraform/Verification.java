package latent.terraform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.kit.Needs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one run of {@code terraform/tests/verify} in this JVM. It waits for AWS's emulated minutes more than it works, so {@link EarlyStart}
 * begins it before all other tests. Applied examples are kept until somebody has read them.
 */
public final class Verification {
    /** What it takes to verify; the script says which of it is missing. */
    static final String HOW_TO_GET_IT = "terraform/tests/README.md says what it takes";

    private static final Path SCRIPT = Path.of("terraform", "tests", "verify");
    private static final Path REPORTS = Path.of("target", "terraform-reports");

    private final Process process;
    private final Path folder;
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    private Verification(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** The run, begun now if it was not before. */
    public static Verification ofThisJvm() {
        return OfThisJvm.RUN;
    }

    private static final class OfThisJvm {
        static final Verification RUN = begin();
    }

    private static Verification begin() {
        try {
            Path folder = Files.createTempDirectory("latent-held");
            ProcessBuilder verify = new ProcessBuilder(
                            SCRIPT.toString(), "--hold", folder.toString(), "--junit", REPORTS.toString())
                    .redirectErrorStream(true);
            Verification run = new Verification(verify.start(), folder);
            Thread.ofVirtual().name("terraform-verify").start(run::read);
            // When this JVM ends, the pipe to the script closes, and the script destroys what it has applied.
            Runtime.getRuntime().addShutdownHook(new Thread(run::release));
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException("terraform/tests/verify does not start", e);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("FAILED verify: its output can be read: " + e.getMessage());
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** What it prints, from the first line on, as it comes. */
    public Stream<String> lines() {
        return Stream.iterate(0, i -> i + 1)
                .map(this::line)
                .takeWhile(Optional::isPresent)
                .map(Optional::get);
    }

    private synchronized Optional<String> line(int number) {
        while (lines.size() <= number && !ended) {
            await();
        }
        return lines.size() > number ? Optional.of(lines.get(number)) : Optional.empty();
    }

    /** How it ended: 0 when every check passed. */
    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /**
     * An example in one of its states, which {@code terraform/tests/README.md} lists. It stays so until {@link #release(String)}.
     *
     * @throws AssertionError when it was not applied, with what failed
     */
    public RunningExample held(String state) {
        Path file = folder.resolve(state + ".json");
        awaitFile(state, file);
        try {
            JsonNode json = JsonMapper.builder().build().readTree(Files.readString(file));
            return new RunningExample(URI.create(json.get("endpoint").stringValue()), json.get("outputs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void awaitFile(String state, Path file) {
        while (!Files.exists(file)) {
            skipped().ifPresent(missing -> Needs.present(Optional.empty(), missing, HOW_TO_GET_IT));
            if (ended || lines.stream().anyMatch(line -> isEndOf(line, state))) {
                throw new AssertionError(state + " was never applied: "
                        + lines.stream()
                                .filter(line -> line.startsWith("FAILED"))
                                .collect(Collectors.joining("; ")));
            }
            await();
        }
    }

    /** {@code [ 180 s] redirect done after 180 s} ends {@code redirect-307} too. */
    private static boolean isEndOf(String line, String state) {
        int done = line.indexOf(" done after ");
        return line.startsWith("[") && done > 0 && state.startsWith(line.substring(line.indexOf(']') + 2, done));
    }

    /** What this machine lacks, if it lacks anything without which nothing can be verified. */
    public synchronized Optional<String> skipped() {
        return lines.stream()
                .filter(line -> line.startsWith("SKIPPED: no "))
                .map(line -> line.substring("SKIPPED: no ".length()))
                .findFirst();
    }

    /** Lets an example go on, to its next state or its end. */
    public void release(String state) {
        try {
            Files.deleteIfExists(folder.resolve(state + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets all examples go on, those too that are not applied yet. */
    public void release() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the next line of the script: it writes the file just before it prints one. */
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    private void await() {
        try {
            wait(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for Terraform", e);
        }
    }
}

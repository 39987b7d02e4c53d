package latent.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import latent.kit.Eventually;
import latent.kit.Stack;
import latent.render.worker.WorkersHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job on a cluster of two executors, of which one is killed with SIGKILL. The executors get the program from the driver, as on any cluster. The long
 * form ({@code -Dlatent.killed.long=true}) has ten times as many originals, and kills three times.
 */
class KilledExecutorTest extends PlannedSetUp {
    private static final boolean LONG = Boolean.getBoolean("latent.killed.long");
    private static final int ORIGINALS = LONG ? 120 : 12;
    private static final int KILLS = LONG ? 3 : 1;
    private static final String CLUSTER = "local-cluster[2,1,1024]";

    /** Of a class path without this folder the driver sends everything to its executors; these have it. */
    private static final String SPARK_LIBRARIES = "lib-spark";

    @Test
    void an_executor_is_killed_and_all_are_made_and_none_is_put_twice(@TempDir Path folder) throws Exception {
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < ORIGINALS; i++) {
            stack.putOriginal("p%d.jpg".formatted(i), Stack.jpeg(200 + i, 150));
            wanted.addAll(List.of("p%d_60_0.jpg".formatted(i), "p%d_50_0.jpg".formatted(i)));
        }
        plan(folder, List.of("** 60_0,50_0"));
        PutsSeen puts = PutsSeen.at(stack.between);
        stack.between.delay = Duration.ofMillis(200);

        Path spark = sparkHome(folder.resolve("spark"));
        Process job = start(
                new Master(CLUSTER, classPath(spark), environment(spark)),
                "warm",
                List.of("--plan", folder.resolve("plan").toString(), "--json"));
        assertThat(executors(job)).as(complaints()).isNotEmpty();
        Eventually.until("the first is stored", () -> !stack.stored().isEmpty() || !job.isAlive());
        Set<Long> killed = new HashSet<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            int some = kill * wanted.size() / (KILLS + 2);
            Eventually.until("some are stored", () -> stack.stored().size() >= some || !job.isAlive());
            List<ProcessHandle> executors = executors(job);
            assertThat(executors).as(complaints()).isNotEmpty();
            ProcessHandle executor = executors.getFirst();
            assertThat(executor.destroyForcibly()).isTrue();
            killed.add(executor.pid());
        }
        assertThat(stack.stored()).as("killed half-way").hasSizeLessThan(wanted.size());
        stack.between.delay = Duration.ZERO;

        String report = new String(job.getInputStream().readAllBytes(), UTF_8);
        assertThat(job.waitFor()).as(complaints()).isZero();
        assertThat(killed).hasSize(KILLS);
        assertThat(report).contains("\"asked\":" + wanted.size(), "\"failed\":0", "\"refused\":0");
        assertThat(stack.stored()).containsExactlyInAnyOrderElementsOf(wanted);
        puts.assertEachWasStoredOnce(wanted);
        if (LONG) {
            System.out.printf("%d executors killed; %d PUTs for %d renditions%n", KILLS, puts.count(), wanted.size());
        }
    }

    private static List<ProcessHandle> executors(Process job) throws Exception {
        List<ProcessHandle> executors = new ArrayList<>();
        Eventually.until("there is an executor", () -> {
            executors.clear();
            job.descendants()
                    .filter(process -> process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                    .forEach(executors::add);
            return !executors.isEmpty() || !job.isAlive();
        });
        return executors;
    }

    /** As an installed Spark would set it. */
    private static Map<String, String> environment(Path spark) {
        return Map.of("SPARK_HOME", spark.toString(), "SPARK_SCALA_VERSION", "2.13", "SPARK_LOCAL_IP", "127.0.0.1");
    }

    /** What stands in for an installed Spark: the libraries of the class path in {@code jars/}, but for the program itself. */
    private static Path sparkHome(Path home) throws Exception {
        Path libraries = Files.createDirectories(home.resolve(SPARK_LIBRARIES));
        Files.createSymbolicLink(home.resolve("jars"), libraries);
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path library = Path.of(entry);
            if (entry.endsWith(".jar")) {
                Files.createSymbolicLink(libraries.resolve(library.getFileName()), library.toAbsolutePath());
            }
        }
        return home;
    }

    private static String classPath(Path spark) {
        return WorkersHere.jar() + File.pathSeparator + spark.resolve(SPARK_LIBRARIES) + File.separator + "*";
    }
}

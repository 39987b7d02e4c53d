package latent.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import latent.FamilyWarmers;
import latent.config.SettingSources;
import latent.digest.Digest;
import latent.kit.Eventually;
import latent.kit.OncePerRun;
import latent.kit.S3Settings;
import latent.kit.Stack;
import latent.plan.KeySource;
import latent.plan.OriginalGlob;
import latent.plan.PlanReport;
import latent.plan.PlanRequest;
import latent.plan.PlanRequest.ShardFormat;
import latent.plan.PlanRequest.StaleBy;
import latent.spark.JobSettings;
import latent.spark.PlanJob;
import latent.spark.SparkHere;
import latent.spark.WarmJob;
import latent.spark.WarmReport;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** A stack on the portable engine, plans of its buckets, and both commands in a process of their own. */
abstract class PlannedSetUp {
    @RegisterExtension
    static final OncePerRun<SparkSession> SPARK = SparkHere.SESSION;

    Stack stack;
    private Path complaints;
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        stack = Stack.start(data.resolve("s3"), Map.of("render.engine", "imgscalr"));
        complaints = data.resolve("complaints");
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        stack.close();
    }

    PlanReport plan(Path folder, List<String> wanted) {
        return plan(folder, wanted, StaleBy.DATE);
    }

    PlanReport plan(Path folder, List<String> wanted, StaleBy staleBy) {
        PlanRequest request = new PlanRequest(
                KeySource.OF_BUCKET,
                KeySource.OF_BUCKET,
                "",
                OriginalGlob.ALL,
                wanted,
                staleBy,
                1000,
                ShardFormat.NDJSON);
        return new PlanJob(SPARK.get(), settings()).plan(request, plan(folder));
    }

    WarmReport warm(Path folder) {
        return new WarmJob(SPARK.get(), plan(folder)).run(settings(), FamilyWarmers.SOURCE, Optional.empty());
    }

    WarmReport resume(Path folder) {
        new WarmJob(SPARK.get(), plan(folder)).planAgain(settings());
        return warm(folder);
    }

    private static String plan(Path folder) {
        return folder.resolve("plan").toString();
    }

    private JobSettings settings() {
        return JobSettings.of(new SettingSources().with(values(), "test"));
    }

    private Map<String, String> values() {
        return S3Settings.of(stack.between.url(), "render.engine", "imgscalr");
    }

    /** What a command says on standard output, given this on standard input. */
    String command(String input, String name, List<String> options, String... more) throws Exception {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        Process command = start(name, all);
        command.getOutputStream().write(input.getBytes(UTF_8));
        command.getOutputStream().close();
        String said = new String(command.getInputStream().readAllBytes(), UTF_8);
        assertThat(command.waitFor()).as(said + complaints()).isZero();
        return said;
    }

    Process start(String command, List<String> options) throws Exception {
        Master here = new Master("local[2]", System.getProperty("java.class.path"), Map.of());
        return start(here, command, options);
    }

    /** Where a command's job runs, the class path that the command begins with, and its environment beside the one that it inherits. */
    record Master(String name, String classPath, Map<String, String> environment) {}

    Process start(Master master, String command, List<String> options) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dspark.sql.codegen.wholeStage=false",
                "-Dspark.sql.codegen.factoryMode=NO_CODEGEN",
                "-cp",
                master.classPath(),
                "latent.Main",
                command,
                "--master",
                master.name()));
        words.addAll(options);
        values().forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(complaints.toFile());
        builder.environment().putAll(master.environment());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** What the last command has said on standard error. */
    String complaints() throws Exception {
        return Files.readString(complaints);
    }

    void remove(List<String> renditions) {
        renditions.forEach(key -> stack.s3
                .client()
                .deleteObject(delete -> delete.bucket("renditions").key(key)));
    }

    /** A sum of each, in this order. */
    List<String> sums(List<String> renditions) {
        return renditions.stream()
                .map(key -> Digest.sha256(stored(key).asByteArray()))
                .toList();
    }

    /** The stored keys, as soon as no further one is stored. */
    List<String> settled() throws Exception {
        List<String> before = new ArrayList<>();
        Eventually.until("nothing more is stored", () -> {
            Thread.sleep(500);
            List<String> now = stack.stored();
            boolean same = now.equals(before);
            before.clear();
            before.addAll(now);
            return same;
        });
        return before;
    }

    ResponseBytes<GetObjectResponse> stored(String key) {
        return stack.s3
                .client()
                .getObjectAsBytes(get -> get.bucket("renditions").key(key));
    }

    /** A JPEG that is longer than the part of an original that is read first. */
    static byte[] noise(int width, int height) throws Exception {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < width * height; i++) {
            picture.setRGB(i % width, i / width, random.nextInt());
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", file);
        assertThat(file.size()).isGreaterThan(64 << 10);
        return file.toByteArray();
    }
}

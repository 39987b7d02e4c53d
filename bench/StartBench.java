import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latent.local.LocalCloud;
import latent.local.LocalS3;
import latent.store.Uploads;
import software.amazon.awssdk.services.s3.S3Client;

/** Starts the program again and again, as the image does, and asks it for one rendition each time. */
final class StartBench {
    private static final Path TARGET = Path.of("target");

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[1]);
        // not the launcher's own, whose class path is written in another way
        Path cache = Files.createDirectories(TARGET.resolve("bench")).resolve("start.aot");
        String classPath = classPath();
        run(List.of(args[0], "-XX:AOTCacheOutput=" + cache, "--enable-native-access=ALL-UNNAMED", "-cp", classPath, "latent.Main", "prepare"));
        Path data = Files.createTempDirectory("bench-start");
        try (LocalCloud cloud = LocalCloud.start(new LocalCloud.Settings(new LocalS3.Settings(data, 0, "bench", "bench-secret"), 0, "originals", "renditions"));
                S3Client s3 = BenchS3.connect(cloud.s3().url(), "bench", "bench-secret")) {
            new Uploads(s3, "originals").put("a.jpg", "image/jpeg", jpeg());
            for (boolean cached : new boolean[] {false, true}) {
                for (int round = 0; round < rounds; round++) {
                    List<String> command = new ArrayList<>(List.of(args[0]));
                    command.addAll(cached ? List.of("-XX:AOTCache=" + cache) : List.of());
                    command.addAll(List.of("-XX:MaxRAMPercentage=25", "--enable-native-access=ALL-UNNAMED", "-cp", classPath, "latent.Main", "serve"));
                    measure(cached ? "cached" : "plain", command, settings(cloud), "a_" + (100 + 50 * (cached ? 1 : 0) + round) + "_0.jpg");
                }
            }
        }
    }

    private static void measure(String name, List<String> command, Map<String, String> settings, String key) throws Exception {
        long begin = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(settings); // as a container has them
        Process program = builder.start();
        try {
            String line = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8)).readLine();
            double ready = seconds(begin), readyProcessor = processorSeconds(program);
            int port = Integer.parseInt(line.replaceAll("\\D*(\\d+);.*", "$1"));
            HttpURLConnection ask = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/" + key).toURL().openConnection();
            int bytes = ask.getInputStream().readAllBytes().length;
            System.out.printf(Locale.ROOT, "%-6s ready after %.2f s (processor time %.2f s), first rendition after %.2f s (%.2f s), %d bytes%n",
                    name, ready, readyProcessor, seconds(begin), processorSeconds(program), bytes);
        } finally {
            program.destroy();
            program.waitFor();
        }
    }

    private static double processorSeconds(Process program) {
        return Stream.concat(Stream.of(program.toHandle()), program.descendants())
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .reduce(Duration.ZERO, Duration::plus)
                        .toMillis()
                / 1e3;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void run(List<String> command) throws Exception {
        int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code);
        }
    }

    private static String classPath() throws Exception {
        try (Stream<Path> libraries = Files.list(TARGET.resolve("lib"))) {
            return Stream.concat(Stream.of(TARGET.resolve("latent.jar")), libraries.sorted())
                    .map(Path::toString)
                    .reduce((one, other) -> one + File.pathSeparator + other)
                    .orElseThrow();
        }
    }

    private static Map<String, String> settings(LocalCloud cloud) {
        return Map.of(
                "LATENT_HTTP_HOST", "127.0.0.1",
                "LATENT_HTTP_PORT", "0",
                "LATENT_S3_ENDPOINT", cloud.s3().url().toString(),
                "LATENT_S3_ACCESS_KEY", "bench",
                "LATENT_S3_SECRET_KEY", "bench-secret");
    }

    private static byte[] jpeg() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB), "jpg", file);
        return file.toByteArray();
    }
}

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import latent.local.AnonymousAccess;
import latent.local.LocalS3;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The same renditions asked of a running processor for each URL, and made by {@code latent warm}. See bench/warm. */
public class WarmBench {
    private static final String KEY = "bench";
    private static final int[] WIDTHS = {160, 320, 480, 640, 800, 1024, 1280, 1600};
    private static final long SEED = 13;
    private static final String DOT = "dots/dot";

    private final LocalS3 s3;
    private final S3Client client;
    private final Path work;
    private final List<String> names;
    private final long delayMillis;

    private WarmBench(LocalS3 s3, S3Client client, Path work, List<String> names, long delayMillis) {
        this.s3 = s3;
        this.client = client;
        this.work = work;
        this.names = names;
        this.delayMillis = delayMillis;
    }

    private record Row(String name, double seconds, double cpuSeconds, Map<String, Long> requests) {
        private Row {
            System.out.println(name + ": " + seconds + " s"); // it takes minutes until the table comes
        }
    }

    /** A folder of photographs, how many of them, milliseconds that S3 takes longer. */
    public static void main(String[] args) throws Exception {
        Path work = Files.createDirectories(Path.of("target", "bench")).toAbsolutePath();
        Path folder = Files.createTempDirectory(work, "s3-");
        boolean same;
        try (LocalS3 s3 = LocalS3.start(new LocalS3.Settings(folder, 0, KEY, KEY));
                S3Client client = BenchS3.connect(s3.url(), KEY, KEY)) {
            List<String> names = upload(s3, client, Path.of(args[0]), Integer.parseInt(args[1]));
            same = new WarmBench(s3, client, work, names, Long.parseLong(args[2])).run();
        }
        System.exit(same ? 0 : 1); // S3Proxy's threads need not be waited for
    }

    private boolean run() throws Exception {
        Row shuffled = asked("shuffled", "asked in shuffled order", shuffled());
        Row grouped = asked("grouped", "asked original by original", keys());
        Row start = warmed("start", "its start: `warm` of one picture of one pixel", List.of("--prefix", "dots/"), "1_0");
        String sizes = IntStream.of(WIDTHS).mapToObj(width -> width + "_0").collect(Collectors.joining(","));
        Row warm = warmed("warm", "`latent warm`, its start included", List.of("--prefix", "photos/"), sizes);
        Row beyond = new Row("the same beyond its start", warm.seconds() - start.seconds(), warm.cpuSeconds() - start.cpuSeconds(), Map.of());
        Map<String, String> expected = sums("shuffled");
        boolean same = expected.size() == keys().size() && expected.equals(sums("grouped")) && expected.equals(sums("warm"));
        System.out.printf("%n%d originals, %d renditions; S3 takes %d ms longer%n%n", names.size(), keys().size(), delayMillis);
        System.out.println("| how | seconds | times as fast | processor seconds | times as cheap | requests to S3 |\n|---|---|---|---|---|---|");
        for (Row row : List.of(shuffled, grouped, warm, beyond, start)) {
            boolean all = row != start;
            System.out.printf(
                    "| %s | %.1f | %s | %.1f | %s | %s |%n",
                    row.name(),
                    row.seconds(),
                    all ? "%.2f".formatted(shuffled.seconds() / row.seconds()) : "",
                    row.cpuSeconds(),
                    all ? "%.2f".formatted(shuffled.cpuSeconds() / row.cpuSeconds()) : "",
                    row.requests());
        }
        System.out.println(same ? "\nall the same bytes" : "\nNOT the same bytes");
        return same;
    }

    /** One after the other, until the last of them is stored. */
    private Row asked(String bucket, String name, List<String> keys) throws Exception {
        s3.createBucket(bucket, AnonymousAccess.NONE);
        DelayingProxy proxy = new DelayingProxy(s3.url());
        ProcessBuilder serve = new ProcessBuilder("./latent", "serve", "--set", "http.host=127.0.0.1", "--set", "http.port=0");
        try (MeasuredService service = MeasuredService.start(serve, environment(proxy, bucket), proxy, work.resolve("warm-serve.log"))) {
            proxy.delay(delayMillis);
            proxy.takeCounts();
            double cpu = service.cpuSeconds();
            long start = System.nanoTime();
            try (HttpClient http = HttpClient.newHttpClient()) {
                for (String key : keys) {
                    if (status(http, service.url().resolve("/" + key)) != 200) {
                        throw new IOException("no rendition " + key + ": see " + work.resolve("warm-serve.log"));
                    }
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            while (sums(bucket).size() < keys.size()) {
                Thread.sleep(100);
            }
            return new Row(name, seconds, service.cpuSeconds() - cpu, proxy.takeCounts());
        }
    }

    private static int status(HttpClient http, URI url) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
        return answer.statusCode();
    }

    /** As visitors and crawlers come: to an original that nobody has asked for lately. */
    private List<String> shuffled() {
        List<String> keys = new ArrayList<>(keys());
        Collections.shuffle(keys, new Random(SEED));
        return keys;
    }

    /** In the order in which a script would ask, which lets the processor share what it fetches and decodes. */
    private List<String> keys() {
        return names.stream()
                .flatMap(name -> IntStream.of(WIDTHS).boxed().flatMap(width -> List.of(
                        name + "_" + width + "_0.jpg", name + "_" + width + "_0.jpg.webp").stream()))
                .toList();
    }

    /** From the start of the command to its end, with what Java and Spark take to start. */
    private Row warmed(String bucket, String name, List<String> which, String sizes) throws Exception {
        s3.createBucket(bucket, AnonymousAccess.NONE);
        String plan = work.resolve("warm-plan-" + bucket).toString();
        try (DelayingProxy proxy = new DelayingProxy(s3.url())) {
            List<String> words = new ArrayList<>(List.of("plan", "--want", "** " + sizes + " original,webp", "--out", plan));
            words.addAll(which);
            command(proxy, bucket, words);
            proxy.delay(delayMillis);
            proxy.takeCounts();
            long start = System.nanoTime();
            double cpu = command(proxy, bucket, List.of("warm", "--plan", plan));
            return new Row(name, (System.nanoTime() - start) / 1e9, cpu, proxy.takeCounts());
        }
    }

    private double command(DelayingProxy proxy, String bucket, List<String> words) throws Exception {
        List<String> all = new ArrayList<>(List.of("./latent"));
        all.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(all).redirectError(work.resolve("warm.log").toFile());
        builder.environment().putAll(environment(proxy, bucket));
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        try (ProcessorTime time = new ProcessorTime(process.toHandle())) {
            if (process.waitFor() != 0) {
                throw new IOException("it failed: see " + work.resolve("warm.log"));
            }
            return time.seconds();
        }
    }

    private static Map<String, String> environment(DelayingProxy proxy, String bucket) {
        String endless = "100000000";
        return Map.of(
                "LATENT_S3_ENDPOINT", proxy.url(),
                "LATENT_S3_ACCESS_KEY", KEY,
                "LATENT_S3_SECRET_KEY", KEY,
                "LATENT_RENDITIONS_BUCKET", bucket,
                "LATENT_RATE_CLIENT_BURST", endless,
                "LATENT_RATE_CLIENT_REFILL", "1000000",
                "LATENT_RATE_SERVICE_BURST", endless,
                "LATENT_RATE_SERVICE_REFILL", "1000000",
                "LATENT_RATE_ORIGINAL_DAILY", "1000000");
    }

    /** S3's own sums of all bytes of each rendition. */
    private Map<String, String> sums(String bucket) {
        return client.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                .collect(Collectors.toMap(S3Object::key, S3Object::eTag, (a, b) -> a, TreeMap::new));
    }

    private static List<String> upload(LocalS3 s3, S3Client client, Path folder, int most) throws IOException {
        s3.createBucket("originals", AnonymousAccess.NONE);
        ByteArrayOutputStream dot = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "jpg", dot);
        client.putObject(b -> b.bucket("originals").key(DOT + ".jpg"), RequestBody.fromBytes(dot.toByteArray()));
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".jpg")).sorted().limit(most).toList();
        }
        IntStream.range(0, files.size())
                .forEach(i -> client.putObject(b -> b.bucket("originals").key("photos/" + i + ".jpg"), RequestBody.fromFile(files.get(i))));
        return IntStream.range(0, files.size()).mapToObj(i -> "photos/" + i).toList();
    }
}

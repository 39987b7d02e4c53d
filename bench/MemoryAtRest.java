import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latent.local.AnonymousAccess;
import latent.local.LocalS3;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What a processor and its workers weigh when they have served and rest: {@code ./latent serve} over an S3 in this process, a number of renders
 * by HTTP, some idle seconds, then the sums of what /proc says. Linux only. See bench/isolation for how to run it.
 */
public class MemoryAtRest {
    private static final String KEY = "bench";
    /** What was decoded is kept for a minute; the heap gives back its memory a quarter of a minute later. */
    private static final int IDLE_SECONDS = 90;

    private record Memory(String name, long residentKib, long proportionalKib) {
        static Memory of(ProcessHandle process) {
            Path proc = Path.of("/proc", Long.toString(process.pid()));
            try {
                List<String> lines = Files.readAllLines(proc.resolve("smaps_rollup"));
                return new Memory(Files.readString(proc.resolve("comm")).strip(), kib(lines, "Rss:"), kib(lines, "Pss:"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private static long kib(List<String> lines, String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        }
    }

    public static void main(String[] args) throws Exception {
        Path photograph = photograph(Path.of(args[0]));
        int renders = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "s3-");
        try (LocalS3 s3 = LocalS3.start(new LocalS3.Settings(folder.toAbsolutePath(), 0, KEY, KEY))) {
            s3.createBucket("originals", AnonymousAccess.NONE);
            s3.createBucket("renditions", AnonymousAccess.NONE);
            upload(s3, photograph);
            Process processor = serve(s3);
            try {
                ask(port(processor), renders);
                TimeUnit.SECONDS.sleep(IDLE_SECONDS);
                report(processor, renders);
            } finally {
                processor.destroy();
                processor.waitFor();
            }
        }
    }

    private static Path photograph(Path from) throws IOException {
        if (Files.isRegularFile(from)) {
            return from;
        }
        try (var files = Files.list(from)) {
            return files.filter(file -> file.toString().endsWith(".jpg"))
                    .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow();
        }
    }

    private static void upload(LocalS3 s3, Path photograph) {
        try (S3Client client = BenchS3.connect(s3.url(), KEY, KEY)) {
            client.putObject(put -> put.bucket("originals").key("photo.jpg"), RequestBody.fromFile(photograph));
        }
    }

    private static Process serve(LocalS3 s3) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("./latent", "serve")
                .redirectError(ProcessBuilder.Redirect.to(Path.of("target", "bench", "serve.log").toFile()));
        builder.environment().put("LATENT_S3_ENDPOINT", s3.url().toString());
        builder.environment().put("LATENT_S3_ACCESS_KEY", KEY);
        builder.environment().put("LATENT_S3_SECRET_KEY", KEY);
        builder.environment().put("LATENT_HTTP_HOST", "127.0.0.1");
        builder.environment().put("LATENT_HTTP_PORT", "0");
        return builder.start();
    }

    private static int port(Process processor) throws IOException {
        BufferedReader said = processor.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains("listens on port")) {
                System.out.println(line);
                return Integer.parseInt(line.replaceAll(".*on port ([0-9]+).*", "$1"));
            }
        }
        throw new IOException("it did not start: see target/bench/serve.log");
    }

    /** Two at a time, each of another size. */
    private static void ask(int port, int renders) throws Exception {
        try (HttpClient visitor = HttpClient.newHttpClient()) {
            var answers = IntStream.range(0, renders).parallel().mapToObj(i -> {
                URI url = URI.create("http://127.0.0.1:%d/photo_%d_0.jpg".formatted(port, 300 + i));
                return visitor.sendAsync(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding())
                        .join()
                        .statusCode();
            });
            System.out.println(answers.filter(status -> status == 200).count() + " of " + renders + " answered with 200");
        }
    }

    private static void report(Process processor, int renders) {
        List<Memory> all = Stream.concat(Stream.of(processor.toHandle()), processor.descendants())
                .map(Memory::of)
                .toList();
        all.forEach(memory -> System.out.printf(
                "%-16s %4d MB resident, %4d MB proportional%n",
                memory.name, memory.residentKib >> 10, memory.proportionalKib >> 10));
        System.out.printf(
                "At rest, after %d renders and %d idle seconds: %d MB resident, %d MB proportional.%n",
                renders,
                IDLE_SECONDS,
                all.stream().mapToLong(Memory::residentKib).sum() >> 10,
                all.stream().mapToLong(Memory::proportionalKib).sum() >> 10);
    }
}

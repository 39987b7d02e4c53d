import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import latent.local.AnonymousAccess;
import latent.local.LocalS3;
import software.amazon.awssdk.services.s3.S3Client;

/** A page of new pictures alone and under attack, in turns, over the real program and a real S3 server. See bench/attack for how to run it. */
public class AttackBench {
    private static final String KEY = "bench";
    private static final int PICTURES = 40;
    private static final int CONNECTIONS = 6;
    private static final int WARM_UPS = 6;
    private static final int HEADER_ONLY_CONNECTIONS = 8;
    private static final double MOST = 1.5;

    private final int port;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int pages;

    private AttackBench(int port) {
        this.port = port;
    }

    public static void main(String[] args) throws Exception {
        Path work = Files.createDirectories(Path.of("target", "bench"));
        Path folder = Files.createTempDirectory(work, "s3-").toAbsolutePath();
        try (LocalS3 s3 = LocalS3.start(new LocalS3.Settings(folder, 0, KEY, KEY))) {
            s3.createBucket("originals", AnonymousAccess.NONE);
            s3.createBucket("renditions", AnonymousAccess.NONE);
            try (S3Client client = BenchS3.connect(s3.url(), KEY, KEY)) {
                AttackOriginals.upload(client, PICTURES);
            }
            ProcessBuilder serve = new ProcessBuilder("./latent", "serve")
                    .redirectError(work.resolve("attack.log").toFile());
            serve.environment().putAll(Map.of(
                    "LATENT_S3_ENDPOINT", s3.url().toString(),
                    "LATENT_S3_ACCESS_KEY", KEY,
                    "LATENT_S3_SECRET_KEY", KEY,
                    "LATENT_HTTP_HOST", "127.0.0.1",
                    "LATENT_HTTP_PORT", "0",
                    "LATENT_HTTP_ORIGIN_SECRETS", Visitor.SECRET));
            Process processor = serve.start();
            boolean good;
            try {
                String line = processor.inputReader().lines().filter(l -> l.contains("on port")).findFirst().orElseThrow();
                AttackBench bench = new AttackBench(Integer.parseInt(line.replaceAll(".*on port ([0-9]+).*", "$1")));
                good = bench.pages(Integer.parseInt(args[0]));
                bench.headerOnly(processor, Integer.parseInt(args[1]));
            } finally {
                processor.destroy();
                processor.waitFor();
            }
            System.exit(good ? 0 : 1);
        }
    }

    private boolean pages(int rounds) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            page();
        }
        try (Visitor visitor = new Visitor(port)) {
            count(visitor.get("/attacked/noise_1400_0.png", "192.0.2.1:1"));
        }
        List<Double> alone = new ArrayList<>();
        List<Double> attacked = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        Map<String, Long> sent = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            alone.add(page());
            try (Attack attack = new Attack(port).begin()) {
                TimeUnit.SECONDS.sleep(3);
                attacked.add(page());
                attack.counts().forEach((kind, count) -> sent.merge(kind, count.get(), Long::sum));
            }
            ratios.add(attacked.getLast() / alone.getLast());
            System.out.printf("round %d: alone %.0f ms, under attack %.0f ms, load of the machine %.1f%n", round + 1, alone.getLast(),
                    attacked.getLast(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
        sent.forEach((kind, count) -> System.out.println("  sent " + count + " " + kind));
        try (Visitor visitor = new Visitor(port)) {
            for (String key : List.of("/attacked/photo_33_0.jpg", "/attacked/moves_33_0.gif", "/attacked/noise_33_0.png")) {
                count(visitor.get(key, "192.0.2.2:1"));
            }
        }
        System.out.println("Answers to the page, and to other keys of the originals that were attacked, by status: " + statuses);
        System.out.printf("A page of %d new pictures: median %.0f ms alone, %.0f ms under attack; ratio of the medians %.2f, median of the"
                        + " ratios %.2f%n", PICTURES, median(alone), median(attacked), median(attacked) / median(alone), median(ratios));
        return median(ratios) <= MOST && statuses.keySet().equals(java.util.Set.of(200));
    }

    /** Milliseconds until the last of the page's pictures has come, over as many connections as a browser has. */
    private double page() throws Exception {
        int number = pages++;
        long start = System.nanoTime();
        List<Future<List<Integer>>> answers = new ArrayList<>();
        try (ExecutorService browser = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                int first = connection;
                answers.add(browser.submit(() -> load(first, number)));
            }
        }
        double took = (System.nanoTime() - start) / 1e6;
        for (Future<List<Integer>> answer : answers) {
            answer.get().forEach(this::count);
        }
        return took;
    }

    private List<Integer> load(int first, int number) throws IOException {
        List<Integer> seen = new ArrayList<>();
        try (Visitor visitor = new Visitor(port)) {
            for (int i = first; i < PICTURES; i += CONNECTIONS) {
                seen.add(visitor.get("/page/" + i + "_" + (100 + number) + "_0.jpg", "198.51.100." + number % 250 + ":1"));
            }
        }
        return seen;
    }

    private void count(int status) {
        statuses.merge(status, 1, Integer::sum);
    }

    private void headerOnly(Process processor, int requests) throws Exception {
        String before = weight(processor);
        try (ExecutorService attackers = Executors.newFixedThreadPool(HEADER_ONLY_CONNECTIONS)) {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < HEADER_ONLY_CONNECTIONS; i++) {
                all.add(attackers.submit(() -> headerOnly(requests / HEADER_ONLY_CONNECTIONS)));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        }
        System.out.println("before " + requests + " requests with only Sec-WebSocket-Version: " + before);
        System.out.println("after: " + weight(processor));
    }

    private Void headerOnly(int requests) throws IOException {
        int atOnce = 50;
        String text = "HEAD /a_1_1.jpg HTTP/1.1\r\nHost: a\r\nSec-WebSocket-Version: 13\r\n\r\n".repeat(atOnce);
        try (Visitor visitor = new Visitor(port)) {
            for (int sent = 0; sent < requests; sent += atOnce) {
                visitor.send(text);
                for (int i = 0; i < atOnce; i++) {
                    visitor.answer(false);
                }
            }
        }
        return null;
    }

    /** Heap after a collection, and threads. */
    private static String weight(Process processor) throws Exception {
        TimeUnit.SECONDS.sleep(5);
        long pid = java(processor.toHandle()).pid();
        jcmd(pid, "GC.run");
        String heap = jcmd(pid, "GC.heap_info").lines().filter(line -> line.contains("used")).findFirst().orElse("?").strip();
        String threads = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("Threads:"))
                .findFirst()
                .orElseThrow();
        return heap.replaceAll(".*used ([0-9]+K).*", "heap $1 used") + ", " + threads.replaceAll("\\s+", " ");
    }

    /** The program behind a script that may not have replaced itself by it. */
    private static ProcessHandle java(ProcessHandle started) {
        return started.info().command().orElse("").endsWith("java") ? started : started.children().findFirst().orElse(started);
    }

    private static String jcmd(long pid, String command) throws IOException {
        Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latent.local.AnonymousAccess;
import latent.local.LocalS3;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Latent and services around sharp in turns, each from its start on, over one S3 server. See bench/service for how to run it. */
public class ServiceBench {
    static final String KEY = "bench";
    private static final int FAR_MILLIS = 30;
    private static final int OPEN_PER_SECOND = 8;

    private final LocalS3 s3;
    private final Path work;
    private final List<String> names;
    private final double seconds;
    private final boolean webp;
    private final int delayMillis;
    private int starts;

    private ServiceBench(LocalS3 s3, Path work, List<String> names, double seconds, boolean webp, int delayMillis) {
        this.s3 = s3;
        this.work = work;
        this.names = names;
        this.seconds = seconds;
        this.webp = webp;
        this.delayMillis = delayMillis;
    }

    /** A folder of photographs, rounds, seconds for each workload, jpeg or mixed, milliseconds that S3 takes longer. */
    public static void main(String[] args) throws Exception {
        Path work = Files.createDirectories(Path.of("target", "bench")).toAbsolutePath();
        Path folder = Files.createTempDirectory(work, "s3-");
        try (LocalS3 s3 = LocalS3.start(new LocalS3.Settings(folder, 0, KEY, KEY))) {
            s3.createBucket("originals", AnonymousAccess.NONE);
            List<String> names = upload(s3, Path.of(args[0]));
            ServiceBench bench = new ServiceBench(
                    s3, work, names, Double.parseDouble(args[2]), args[3].equals("mixed"), Integer.parseInt(args[4]));
            ServiceReport report = new ServiceReport();
            for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
                for (String service : ServiceReport.SERVICES) {
                    bench.measure(service).forEach((workload, row) -> report.add(service, workload, row));
                }
                System.out.println("round " + round);
                System.out.println(report.table());
            }
            System.out.println(new FirstByteBound(s3, names).sentence(report.firstByte(VisitorLoad.NEVER_SEEN_FAR), FAR_MILLIS));
            Files.writeString(work.resolve("service.md"), report.table());
            Files.writeString(work.resolve("service.svg"), ServicePlot.of(report));
            System.out.println("table and plot: " + work.resolve("service.md") + ", " + work.resolve("service.svg"));
        }
        System.exit(0); // S3Proxy's threads need not be waited for
    }

    private Map<VisitorLoad, ServiceReport.Row> measure(String name) throws Exception {
        Map<VisitorLoad, ServiceReport.Row> rows = new LinkedHashMap<>();
        try (MeasuredService service = start(name)) {
            Iterator<List<String>> cold = VisitorLoad.COLD.groups(names, webp);
            for (VisitorLoad workload : VisitorLoad.values()) {
                service.s3().delay(workload.far() ? FAR_MILLIS : delayMillis);
                service.s3().takeCounts();
                double cpu = service.cpuSeconds();
                double decodes = service.decodes();
                Load load = new Load(service.url());
                Iterator<List<String>> groups = workload == VisitorLoad.FIRST_MINUTE ? cold : workload.groups(names, webp);
                Load.Result result =
                        switch (workload) {
                            case HOT -> load.atOnce(Collections.nCopies(workload.visitors, groups.next().getFirst()));
                            case OPEN -> load.openLoop(OPEN_PER_SECOND, seconds, groups, 1);
                            case COLD -> load.closedLoop(workload.visitors, seconds, cold);
                            default -> load.closedLoop(workload.visitors, seconds, groups);
                        };
                double used = service.cpuSeconds() - cpu;
                Thread.sleep(1_500); // what is answered may still have to be stored
                rows.put(workload, ServiceReport.Row.of(
                        result, used, service.s3().takeCounts(), service.decodes() - decodes, service.peakMebibytes()));
                System.out.printf("%s, %s: %d answers, %.1f a second%n", name, workload.title, result.millis().length, result.perSecond());
            }
        }
        return rows;
    }

    private MeasuredService start(String name) throws IOException {
        String bucket = "renditions-" + starts++;
        s3.createBucket(bucket, AnonymousAccess.NONE);
        DelayingProxy proxy = new DelayingProxy(s3.url());
        Path log = work.resolve("service-" + name + ".log");
        if (!name.equals(ServiceReport.LATENT)) {
            return MeasuredService.start(
                    new ProcessBuilder("node", "bench/sharp-service.js"),
                    Map.of("S3_ENDPOINT", proxy.url(), "S3_KEY", KEY, "RENDITIONS", bucket, "ORDER", name.replace("sharp-", "")),
                    proxy,
                    log);
        }
        String endless = "100000000";
        return MeasuredService.start(
                new ProcessBuilder("./latent", "serve"),
                Map.ofEntries(
                        Map.entry("LATENT_S3_ENDPOINT", proxy.url()),
                        Map.entry("LATENT_S3_ACCESS_KEY", KEY),
                        Map.entry("LATENT_S3_SECRET_KEY", KEY),
                        Map.entry("LATENT_RENDITIONS_BUCKET", bucket),
                        Map.entry("LATENT_HTTP_HOST", "127.0.0.1"),
                        Map.entry("LATENT_HTTP_PORT", "0"),
                        Map.entry("LATENT_RATE_CLIENT_BURST", endless),
                        Map.entry("LATENT_RATE_CLIENT_REFILL", "1000000"),
                        Map.entry("LATENT_RATE_SERVICE_BURST", endless),
                        Map.entry("LATENT_RATE_SERVICE_REFILL", "1000000"),
                        Map.entry("LATENT_RATE_ORIGINAL_DAILY", "1000000")),
                proxy,
                log);
    }

    private static List<String> upload(LocalS3 s3, Path folder) throws IOException {
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
        }
        try (S3Client client = BenchS3.connect(s3.url(), KEY, KEY)) {
            for (int i = 0; i < files.size(); i++) {
                Path file = files.get(i);
                String name = "photo" + i;
                for (String each : Stream.concat(Stream.of(name), VisitorLoad.copies(List.of(name)).stream()).toList()) {
                    client.putObject(b -> b.bucket("originals").key(each + ".jpg"), RequestBody.fromFile(file));
                }
            }
        }
        return IntStream.range(0, files.size()).mapToObj(i -> "photo" + i).toList();
    }
}

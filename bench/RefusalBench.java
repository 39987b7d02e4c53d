import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import latent.local.AnonymousAccess;
import latent.local.LocalS3;

/** The processor time of a request that is refused by its key, whole: from the socket to the line in the log. Linux only. */
final class RefusalBench {
    private static final List<String> REFUSED = List.of(
            "robots.txt", "widgets/myimage_0600_400.jpg", "widgets/myimage_99999_400.jpg", "widgets/myimage_600_400_blur-99999.jpg");
    private static final int IN_A_ROW = 50;

    private RefusalBench() {}

    /** How many rounds, and how many requests in each. */
    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]), requests = Integer.parseInt(args[1]);
        Path work = Files.createDirectories(Path.of("target", "bench")).toAbsolutePath();
        try (LocalS3 s3 = LocalS3.start(new LocalS3.Settings(Files.createTempDirectory(work, "s3-"), 0, "bench", "bench"))) {
            s3.createBucket("originals", AnonymousAccess.NONE);
            s3.createBucket("renditions", AnonymousAccess.NONE);
            DelayingProxy proxy = new DelayingProxy(s3.url());
            Map<String, String> environment = Map.of(
                    "LATENT_S3_ENDPOINT", proxy.url(), "LATENT_S3_ACCESS_KEY", "bench", "LATENT_S3_SECRET_KEY", "bench",
                    "LATENT_HTTP_HOST", "127.0.0.1", "LATENT_HTTP_PORT", "0");
            try (MeasuredService service = MeasuredService.start(
                    new ProcessBuilder("./latent", "serve"), environment, proxy, work.resolve("refusals.log"))) {
                for (int round = 1; round <= rounds; round++) {
                    double before = service.cpuSeconds();
                    ask(service.url().getPort(), requests);
                    double micros = (service.cpuSeconds() - before) * 1e6 / requests;
                    System.out.printf(Locale.ROOT, "round %d: %d refusals, %.1f microseconds of processor time each%n", round, requests, micros);
                }
            }
        }
        System.exit(0); // S3Proxy's threads need not be waited for
    }

    /** On one connection, some requests at a time; each answer must be a refusal. */
    private static void ask(int port, int requests) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            for (int sent = 0; sent < requests; sent += IN_A_ROW) {
                StringBuilder some = new StringBuilder();
                for (int i = 0; i < IN_A_ROW; i++) {
                    some.append("GET /").append(REFUSED.get(i % REFUSED.size())).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
                }
                out.write(some.toString().getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < IN_A_ROW; i++) {
                    readRefusal(in);
                }
            }
        }
    }

    private static void readRefusal(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 4")) {
            throw new IOException("no refusal, but " + status);
        }
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(header.indexOf(':') + 1).trim());
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended after \"" + line + "\"");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}

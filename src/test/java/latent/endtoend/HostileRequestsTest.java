package latent.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipFile;
import latent.kit.HostileNames;
import latent.kit.Needs;
import latent.kit.RawRequests;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import latent.pictures.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that broke other servers. */
class HostileRequestsTest {
    /** Some of each kind: who asks, what for, by which method, in which words, and how the message is framed. */
    private static final String HEADERS = """
            x-forwarded-for x-forwarded-host x-forwarded-proto x-forwarded-prefix x-forwarded-port forwarded x-real-ip
            true-client-ip cf-connecting-ip client-ip via x-host x-original-url x-rewrite-url x-original-host
            x-http-method-override x-method-override accept accept-encoding accept-language accept-charset user-agent
            referer origin cookie authorization proxy-authorization range if-match if-range if-modified-since
            cache-control pragma dpr width viewport-width save-data sec-ch-ua-mobile content-type content-encoding
            content-length transfer-encoding te trailer host expect upgrade connection keep-alive max-forwards
            x-amz-security-token x-amz-meta-evil soapaction proxy destination depth lock-token x!#$%&'*+.^_`|z
            """;

    @TempDir
    private Path data;

    @Test
    void hostile_keys_are_refused_with_4xx_and_store_nothing() throws Exception {
        assertRefused(HostileNames.all());
    }

    @Test
    void hostile_keys_of_the_corpora_are_refused_with_4xx_and_store_nothing() throws Exception {
        assertRefused(Corpus.hostileNames());
    }

    private void assertRefused(List<byte[]> names) throws Exception {
        try (Stack stack = Stack.start(data, Map.of())) {
            List<String> wrong = Collections.synchronizedList(new ArrayList<>());
            inParallel(names, name -> {
                for (String target :
                        List.of("/" + percent(name), "/" + percent(percent(name).getBytes(ISO_8859_1)))) {
                    // S3 and Jetty cut off beyond this; so does CloudFront
                    Answer answer = stack.processor()
                            .get(target.substring(0, Math.min(4000, target.length())) + "_600_400.jpg");
                    if (answer.status() < 400
                            || answer.status() >= 500
                            || answer.header("X-Evil").isPresent()) {
                        wrong.add(answer.status() + " " + target);
                    }
                }
            });
            assertThat(wrong).isEmpty();
            assertThat(stack.stored()).isEmpty();
            assertThat(stack.metric("latent_requests_total{status=\"503\"}")).isZero();
        }
    }

    @Test
    void requests_that_are_no_http_do_not_stop_the_processor() throws Exception {
        assertStandsAfter(RawRequests.all());
    }

    @Test
    void requests_of_the_corpora_that_are_no_http_do_not_stop_the_processor() throws Exception {
        Path corpora = Needs.folder("corpora");
        List<byte[]> requests = new ArrayList<>();
        try (ZipFile zip = new ZipFile(corpora.resolve("raw-http-requests.zip").toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                requests.add(zip.getInputStream(entry).readAllBytes());
            }
        }
        assertStandsAfter(requests);
    }

    private void assertStandsAfter(List<byte[]> requests) throws Exception {
        try (Stack stack = Stack.start(data, Map.of())) {
            List<String> faults = Collections.synchronizedList(new ArrayList<>());
            inParallel(requests, request -> {
                String answer = exchange(stack.service.port(), request);
                if (answer.startsWith("HTTP/1.1 5") && !answer.startsWith("HTTP/1.1 505")) {
                    faults.add(answer);
                }
            });
            assertThat(faults).isEmpty();
            assertThat(stack.processor().get("/-/health").status()).isEqualTo(200);
            assertThat(stack.stored()).isEmpty();
        }
    }

    @Test
    void no_header_changes_the_picture() throws Exception {
        assertUnchangedBy(List.of(HEADERS.strip().split("\\s+")));
    }

    @Test
    void no_header_of_the_corpora_changes_the_picture() throws Exception {
        assertUnchangedBy(Files.readAllLines(Needs.folder("corpora").resolve("header-names.txt")));
    }

    private void assertUnchangedBy(List<String> names) throws Exception {
        try (Stack stack = Stack.start(data, Map.of())) {
            stack.putOriginal("a.jpg", Stack.jpeg(100, 100));
            Answer plain = stack.processor().get("/a_50_50.jpg");
            List<String> moved = new ArrayList<>();
            for (String name : names) {
                Answer answer = stack.processor().get("/a_50_50.jpg", name + ": 203.0.113.9");
                boolean same = answer.status() == 200
                        && answer.header("ETag").equals(plain.header("ETag"))
                        && answer.header("Location").isEmpty()
                        && answer.lines().stream().noneMatch(line -> line.contains("203.0.113.9"));
                if (!same) {
                    moved.add(name + " " + answer.status());
                }
            }
            // those that say how the message is framed, for whom it is meant, or that it asks for another protocol; and
            // two that are no header
            assertThat(moved)
                    .allMatch(
                            name -> name.matches("(content-length|transfer-encoding|host|expect|upgrade|.*~/%s) 4.."));
        }
    }

    private interface Step<T> {
        void run(T item) throws Exception;
    }

    private static <T> void inParallel(List<T> items, Step<T> step) throws Exception {
        Semaphore few = new Semaphore(32);
        List<Exception> failures = Collections.synchronizedList(new ArrayList<>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T item : items) {
                few.acquire();
                threads.execute(() -> {
                    try {
                        step.run(item);
                    } catch (Exception e) {
                        failures.add(e);
                    } finally {
                        few.release();
                    }
                });
            }
        }
        assertThat(failures).isEmpty();
    }

    private static String exchange(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readNBytes(64), ISO_8859_1);
        } catch (SocketTimeoutException | java.net.SocketException closedWithoutAnAnswer) {
            return "";
        }
    }

    private static String percent(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            boolean plain = "./".indexOf(b) >= 0 || (b > 0 && Character.isLetterOrDigit(b));
            text.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
        }
        return text.toString();
    }
}

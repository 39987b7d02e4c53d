package latent.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import latent.Service;
import latent.kit.CapturedLog;
import latent.kit.RawHost;
import latent.kit.ScriptedEngine;
import latent.kit.Stack;
import latent.pictures.FarHeaders;
import latent.pictures.Pictures;
import latent.refusal.Fault;
import latent.refusal.FaultException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;

/** Of each kind of fault the line of the log alone says why, of which original, and what to do; and its answer leads to help. */
@NullMarked
class FaultLinesTest extends CodeLinesSetUp {
    private static final int MORE_THAN_SOCKETS_HOLD = 40 << 20;

    @Test
    @ReadsLinesOf(faults = {Fault.S3_DENIED, Fault.S3_WRONG_BYTES, Fault.S3_UNAVAILABLE})
    void the_log_explains_faults_of_s3_and_of_the_bytes_that_it_sends() throws Exception {
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of("s3.secret-key", "wrong"))) {
            JsonNode line = told(stack, log, "GET", "/dir/photo_60_40.jpg", Fault.S3_DENIED, ORIGINAL);
            assertThat(line.path("detail").asString()).contains("403");
        }
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of())) {
            stack.between.flipEvery = 1;
            told(stack, log, "GET", "/dir/photo_60_40.jpg", Fault.S3_WRONG_BYTES, ORIGINAL);
            stack.between.close();
            told(stack, log, "GET", "/dir/photo_61_40.jpg", Fault.S3_UNAVAILABLE, ORIGINAL);
        }
    }

    @Test
    @ReadsLinesOf(faults = {Fault.SOURCE_DENIED, Fault.SOURCE_UNAVAILABLE})
    void the_log_explains_faults_of_the_host_of_an_original() throws Exception {
        RawHost.Script busy = (head, out) -> RawHost.write(out, new byte[0], "HTTP/1.1 500 Oh", "Content-Length: 0");
        try (RawHost host = new RawHost(busy);
                CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of(
                        "originals.http",
                        "shop/=http://localhost:" + host.port() + "/,inside/=http://127.0.0.1:" + host.port() + "/",
                        "originals.http-private-hosts",
                        "localhost"))) {
            JsonNode line = told(stack, log, "GET", "/shop/a_60_40.jpg", Fault.SOURCE_UNAVAILABLE, "shop/a.jpg");
            assertThat(line.path("detail").asString())
                    .contains("http://localhost:" + host.port() + "/a.jpg: it answers 500");
            line = told(stack, log, "GET", "/inside/a_60_40.jpg", Fault.SOURCE_DENIED, "inside/a.jpg");
            assertThat(line.path("detail").asString())
                    .contains("the host 127.0.0.1 has the address 127.0.0.1, which is not public");
        }
    }

    @Test
    @ReadsLinesOf(faults = Fault.CHANGED_WHILE_READ)
    void the_log_explains_that_an_original_was_replaced_again_and_again() throws Exception {
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of())) {
            AtomicInteger version = new AtomicInteger(20);
            Runnable replaced = () -> stack.putOriginal(
                    "dir/far.jpg", FarHeaders.jpeg(Pictures.quarters(90, 60), version.incrementAndGet()));
            replaced.run();
            stack.between.beforePart = range -> {
                if (!range.startsWith("bytes=0-")) {
                    replaced.run();
                }
            };
            JsonNode line = told(stack, log, "GET", "/dir/far_30_0.jpg", Fault.CHANGED_WHILE_READ, "dir/far.jpg");
            assertThat(line.path("detail").asString()).contains("changed 3 times");
        }
    }

    @Test
    @ReadsLinesOf(faults = Fault.CUT_OFF)
    void the_log_explains_that_a_visitor_left() throws Exception {
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of())) {
            store(stack, "dir/photo_1_1.jpg", new byte[MORE_THAN_SOCKETS_HOLD]);
            try (Socket visitor = new Socket(InetAddress.getLoopbackAddress(), stack.service.port())) {
                visitor.setSoLinger(true, 0);
                visitor.getOutputStream().write("GET /dir/photo_1_1.jpg HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
                visitor.getInputStream().readNBytes(1_000);
            }
            // its head was sent before
            check(log.line("\"target\":\"/dir/photo_1_1.jpg\""), Fault.CUT_OFF, 200, ORIGINAL, "");
        }
    }

    /** A size that RFC 9110, 14.4 allows and that S3 never leaves open. */
    @Test
    @ReadsLinesOf(faults = Fault.BROKEN)
    void the_log_explains_what_nobody_has_foreseen_and_has_its_stack_trace() throws Exception {
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of())) {
            store(stack, "dir/photo_1_1.jpg", Stack.jpeg(1, 1));
            stack.between.otherHeaders = Map.of("Content-Range", "bytes 0-9/*");
            JsonNode line = told(stack, log, "GET", "/dir/photo_1_1.jpg", Fault.BROKEN, ORIGINAL);
            assertThat(line.path("detail").asString()).contains("NumberFormatException");
            assertThat(log.line("fault: java.lang.NumberFormatException at latent."))
                    .isNotBlank();
        }
    }

    /** In the words of the engine of libvips, when a saver of libvips fails; nothing makes a real one fail. */
    @Test
    @ReadsLinesOf(faults = Fault.RENDER_FAILED)
    void the_log_explains_that_an_engine_failed_and_has_its_words() throws Exception {
        String words = "libvips cannot write the rendition: heifsave: Unsupported compression";
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of());
                Service service = startWith(
                        new ScriptedEngine(job -> {
                            throw new FaultException(Fault.RENDER_FAILED, words);
                        }),
                        stack)) {
            JsonNode line = told(http(service), log, "GET", "/dir/photo_60_40.jpg", Fault.RENDER_FAILED, ORIGINAL);
            assertThat(line.path("detail").asString()).contains(words);
        }
    }

    private static void store(Stack stack, String key, byte[] bytes) {
        stack.s3
                .client()
                .putObject(
                        put -> put.bucket("renditions").key(key).contentType("image/jpeg"),
                        RequestBody.fromBytes(bytes));
    }
}

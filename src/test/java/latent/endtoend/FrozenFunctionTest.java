package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import latent.kit.BesideOtherClasses;
import latent.kit.ForgetfulRelay;
import latent.kit.LambdaSandbox;
import latent.kit.PackedProgram;
import latent.kit.Stack;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a function of AWS Lambda, which stops it when it has answered. The stack's own S3 goes on, and shows what is stored meanwhile. */
@EnabledOnOs(OS.LINUX)
@Timeout(600)
@BesideOtherClasses
class FrozenFunctionTest {
    /** The long form: {@code mvn test -Dtest=FrozenFunctionTest -Dlatent.freeze.long=true}. */
    private static final boolean LONG = Boolean.getBoolean("latent.freeze.long");

    /**
     * In the long form longer than any time for which this program, its HTTP server or its client of S3 waits or keeps a connection; in the short one
     * longer than its idle connections and its watch over renders know.
     */
    private static final Duration FREEZE = Duration.ofSeconds(LONG ? 65 : 10);

    @TempDir
    private Path data;

    private Stack stack;

    @BeforeEach
    void start() throws Exception {
        stack = Stack.start(data, Map.of("render.engine", "imgscalr"));
        stack.putOriginal("a.jpg", Encoded.jpeg(Pictures.clouds(600, 400)));
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void what_is_answered_is_stored_by_the_time_the_program_is_stopped() throws Exception {
        stack.between.delay = Duration.ofMillis(50);
        try (LambdaSandbox function = serve(stack.between.url())) {
            for (int width = 100; width < 110; width++) {
                String key = "a_" + width + "_0.jpg";
                HttpResponse<byte[]> answer = function.get("/" + key);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(stack.stored()).as("while the program is stopped").contains(key);
                assertThat(storedBytes(key)).isEqualTo(answer.body());
            }
            assertThat(function.get("/a_100_0.jpg").headers().firstValue("Server-Timing"))
                    .get()
                    .asString()
                    .contains("source;desc=stored");
        }
    }

    @Test
    void what_cannot_be_stored_is_answered_all_the_same_and_logged_and_stored_later() throws Exception {
        try (LambdaSandbox function = serve(stack.between.url())) {
            stack.between.refusePuts = true;
            assertThat(function.get("/a_100_0.jpg").statusCode()).isEqualTo(200);
            assertThat(stack.stored()).isEmpty();
            stack.between.refusePuts = false;
            for (int i = 0; i < 100 && stack.stored().isEmpty(); i++) {
                assertThat(function.get("/a_100_0.jpg").statusCode()).isEqualTo(200);
            }
            assertThat(stack.stored()).containsExactly("a_100_0.jpg");
            assertThat(function.log()).anyMatch(line -> line.contains("write-back of a_100_0.jpg failed"));
            assertThat(function.shutDown()).isZero();
        }
    }

    @Test
    void a_freeze_times_nothing_out_kills_no_worker_and_loses_no_line_of_the_log() throws Exception {
        try (ForgetfulRelay relay = new ForgetfulRelay(stack.between.url());
                LambdaSandbox function = serve(relay.url())) {
            assertThat(function.get("/a_100_0.jpg").statusCode()).isEqualTo(200);
            assertThat(function.get("/none_100_0.jpg").statusCode()).isEqualTo(404);
            List<Long> workers = function.children();
            Thread.sleep(FREEZE);
            if (LONG) {
                relay.forget();
            }

            assertThat(function.get("/a_101_0.jpg").statusCode())
                    .as(() -> String.join("\n", function.log()))
                    .isEqualTo(200);
            assertThat(stack.stored()).contains("a_101_0.jpg");
            assertThat(relay.swallowed)
                    .as("bytes into connections that nobody knows any more")
                    .hasValue(0);
            assertThat(function.children()).containsAll(workers).isNotEmpty();
            stack.putOriginal("late.jpg", Encoded.jpeg(Pictures.clouds(600, 400)));
            assertThat(function.get("/late_100_0.jpg").statusCode()).isEqualTo(200);
            assertThat(function.get("/-/ready").statusCode()).isEqualTo(200);
            assertThat(function.shutDown()).isZero();
            assertThat(function.log()).noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
            assertThat(function.log())
                    .filteredOn(line -> line.contains(" target=/"))
                    .hasSize(4);
        }
    }

    @Test
    void connections_that_the_network_has_forgotten_meanwhile_cost_no_answer() throws Exception {
        try (ForgetfulRelay relay = new ForgetfulRelay(stack.between.url());
                LambdaSandbox function = serve(relay.url())) {
            assertThat(function.get("/a_100_0.jpg").statusCode()).isEqualTo(200);
            relay.forget();
            assertThat(function.get("/a_101_0.jpg").statusCode()).isEqualTo(200);
            assertThat(stack.stored()).contains("a_101_0.jpg");
        }
    }

    /** Lambda hands over 6 MB in one piece, and what is larger only as a stream. */
    @Test
    void an_answer_of_more_than_six_megabytes_comes_whole() throws Exception {
        stack.putOriginal("noise.png", Encoded.png(noise(2000, 1500)));
        try (LambdaSandbox function = serve(stack.between.url())) {
            HttpResponse<byte[]> answer = function.get("/noise_1900_0.png");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).hasSizeGreaterThan(6 << 20);
            assertThat(storedBytes("noise_1900_0.png")).isEqualTo(answer.body());
        }
    }

    /** An answer that is not read fills the buffers of its socket, and the program waits for the reader; time in which the program is stopped does not count. */
    @Test
    void an_answer_that_is_under_way_when_the_program_is_stopped_goes_on_afterwards() throws Exception {
        stack.putOriginal("noise.png", Encoded.png(noise(2000, 1500)));
        try (LambdaSandbox function = serve(stack.between.url());
                Socket reader = new Socket()) {
            reader.setReceiveBufferSize(1 << 16);
            function.goOn();
            reader.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), function.url().getPort()));
            String request = "GET /noise_1900_0.png HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
            reader.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(reader.getInputStream().read()).isEqualTo('H');
            function.freeze();
            Thread.sleep(FREEZE);
            function.goOn();
            int bytes = reader.getInputStream().readAllBytes().length;
            assertThat(bytes).isGreaterThan(storedBytes("noise_1900_0.png").length);
        }
    }

    private static LambdaSandbox serve(URI s3) throws Exception {
        return LambdaSandbox.start(PackedProgram.command("serve", s3, Map.of("write-back.when", "before-answer")));
    }

    private byte[] storedBytes(String key) {
        return stack.s3
                .client()
                .getObjectAsBytes(get -> get.bucket("renditions").key(key))
                .asByteArray();
    }

    private static BufferedImage noise(int width, int height) {
        Random random = new Random(7);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return picture;
    }
}

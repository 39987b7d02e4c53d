package latent.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latent.local.web.PortInUse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the product counts on from the local S3, and what a real one does too. */
class LocalS3Test {
    @TempDir
    private static Path folder;

    private static LocalS3 s3;
    private static TestS3 sdk;
    private static RawHttp anyone;

    @BeforeAll
    static void start() {
        s3 = start(folder, 0);
        s3.createBucket("originals", AnonymousAccess.NONE);
        s3.createBucket("images", AnonymousAccess.GET_AND_LIST);
        sdk = new TestS3(s3.url());
        anyone = RawHttp.to(s3.url());
        sdk.put("originals", "cat.jpg", "secret");
        sdk.put("images", "cat_1_1.jpg", "public");
    }

    @AfterAll
    static void stop() {
        sdk.close();
        s3.close();
    }

    private static LocalS3 start(Path folder, int port) {
        return LocalS3.start(new LocalS3.Settings(folder, port, TestS3.ACCESS_KEY, TestS3.SECRET_KEY));
    }

    @Test
    void renditions_are_public_though_the_writer_sends_no_acl() throws IOException {
        assertThat(anyone.get("/images/cat_1_1.jpg").text()).isEqualTo("public");
        assertThat(anyone.get("/images/dog_1_1.jpg").status()).isEqualTo(404);
        assertThat(anyone.get("/images?list-type=2").text()).contains("<Key>cat_1_1.jpg</Key>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/originals/cat.jpg", "/originals/no-such.jpg", "/originals", "/originals/cat.jpg?acl", "/"})
    void originals_are_closed_to_anyone(String target) throws IOException {
        assertThat(anyone.get(target).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "POST"})
    void nobody_writes_without_a_signature(String method) throws IOException {
        assertThat(anyone.send(method, "/images/cat_1_1.jpg", "Content-Length: 0")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(anyone.get("/images/cat_1_1.jpg").text()).isEqualTo("public");
    }

    @Test
    void a_wrong_signature_is_refused() {
        try (TestS3 stranger = new TestS3(s3.url(), "guess")) {
            assertThatThrownBy(() -> stranger.put("images", "x", "y")).isInstanceOfSatisfying(S3Exception.class, e -> {
                assertThat(e.statusCode()).isEqualTo(403);
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch");
            });
        }
    }

    @Test
    void of_many_conditional_writers_one_wins() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> writers = IntStream.range(0, 32)
                    .<Callable<Integer>>mapToObj(i -> () -> put("race.txt", "writer " + i))
                    .toList();
            Map<Integer, Long> outcomes = threads.invokeAll(writers).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            assertThat(outcomes).isEqualTo(Map.of(200, 1L, 412, 31L));
        }
    }

    private static int put(String key, String body) {
        try {
            sdk.put("images", key, body, put -> put.ifNoneMatch("*"));
            return 200;
        } catch (S3Exception e) {
            return e.statusCode();
        }
    }

    @Test
    void everything_is_there_again_after_a_restart(@TempDir Path other) throws IOException {
        try (LocalS3 first = start(other, 0);
                TestS3 writer = new TestS3(first.url())) {
            first.createBucket("images", AnonymousAccess.GET);
            writer.put(
                    "images",
                    "a/b_6_4.jpg",
                    "bytes",
                    put -> put.contentType("image/jpeg")
                            .cacheControl("public, max-age=12312312")
                            .metadata(Map.of("original-etag", "\"abc\"")));
        }
        try (LocalS3 second = start(other, 0);
                TestS3 reader = new TestS3(second.url())) {
            second.createBucket("images", AnonymousAccess.GET);
            HeadObjectResponse head =
                    reader.client().headObject(h -> h.bucket("images").key("a/b_6_4.jpg"));
            assertThat(head.eTag()).isEqualTo("\"4b3a6218bb3e3a7303e8a171a60fcf92\"");
            assertThat(head.contentType()).isEqualTo("image/jpeg");
            assertThat(head.cacheControl()).isEqualTo("public, max-age=12312312");
            assertThat(head.metadata()).containsEntry("original-etag", "\"abc\"");
            assertThat(RawHttp.to(second.url()).get("/images/a/b_6_4.jpg").text())
                    .isEqualTo("bytes");
        }
    }

    @Test
    void what_is_still_being_written_is_not_listed() throws IOException {
        Files.writeString(folder.resolve("images/cat_1_1.jpg-25a6132f-bb47-45ce-a122-6e823a375624"), "pub");
        assertThat(sdk.client()
                        .listObjectsV2(list -> list.bucket("images").prefix("cat_1"))
                        .contents())
                .extracting(S3Object::key)
                .containsExactly("cat_1_1.jpg");
        assertThat(anyone.get("/images?list-type=2&prefix=cat_1").text())
                .contains("<KeyCount>1</KeyCount>")
                .doesNotContain("25a6132f");
    }

    @Test
    void a_port_in_use_is_a_sentence(@TempDir Path other) {
        int taken = s3.url().getPort();
        assertThatThrownBy(() -> start(other, taken))
                .isInstanceOf(PortInUse.class)
                .hasMessage("port " + taken + " is in use, so S3 cannot start: choose another with --s3-port");
    }

    @Test
    void settings_do_not_print_their_secret() {
        assertThat(new LocalS3.Settings(folder, 0, "id", "hush").toString()).doesNotContain("hush");
    }
}

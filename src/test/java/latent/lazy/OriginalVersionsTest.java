package latent.lazy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import latent.digest.Digest;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.OriginalKey;
import latent.kit.Eventually;
import latent.kit.FaultyS3;
import latent.kit.RawHost;
import latent.local.AnonymousAccess;
import latent.local.LocalS3;
import latent.local.TestS3;
import latent.metrics.Meters;
import latent.store.ListPermission;
import latent.store.Rendition;
import latent.store.S3Originals;
import latent.store.S3Renditions;
import latent.store.http.HttpOriginals;
import latent.store.http.HttpSources;
import latent.store.http.HttpSources.Place;
import latent.store.http.SourceClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Object;

/** How often S3 is asked whether an original is still the same, by a clock that the test turns. */
class OriginalVersionsTest {
    private static final KeyGrammar GRAMMAR = new KeyGrammar(new KeyRules(Alphabet.SAFE, 4096, Map.of()));
    private static final int MANY = 20;
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong clock = new AtomicLong(SECOND);
    private LocalS3 server;
    private FaultyS3 line;
    private TestS3 s3;
    private TestS3 straight;
    private OriginalVersions versions;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        server = LocalS3.start(new LocalS3.Settings(data, 0, TestS3.ACCESS_KEY, TestS3.SECRET_KEY));
        server.createBucket("originals", AnonymousAccess.NONE);
        server.createBucket("renditions", AnonymousAccess.NONE);
        line = new FaultyS3(server.url());
        s3 = new TestS3(line.url());
        straight = new TestS3(server.url());
        for (int i = 0; i < MANY; i++) {
            s3.put("originals", original(i).value(), "original " + i);
        }
        versions = new OriginalVersions(new S3Originals(s3.client(), "originals", ListPermission.GRANTED), clock::get);
    }

    @AfterEach
    void stop() {
        straight.close();
        s3.close();
        line.close();
        server.close();
    }

    @Test
    void an_answer_counts_from_when_the_question_was_sent() {
        assertThat(versions.isCurrent(original(1), eTag(1), clock.get() - 1)).isTrue();
        assertThat(versions.isCurrent(original(1), eTag(1), clock.get() - 1)).isTrue();
        assertThat(versions.isCurrent(original(1), eTag(2), clock.get() - 1)).isFalse();
        assertThat(line.requests("HEAD")).isEqualTo(1);
        s3.put("originals", original(1).value(), "another");
        assertThat(versions.isCurrent(original(1), eTag(1), clock.get()))
                .as("an older answer does not tell")
                .isFalse();
    }

    @Test
    void renditions_of_many_originals_are_stored_with_one_list_for_all_of_them() throws Exception {
        try (WriteBack writeBack = writeBack()) {
            storeOneOfEach(writeBack);
            assertThat(line.requests("LIST")).isZero();
            clock.addAndGet(2 * SECOND);
            Eventually.until("all are stored", () -> nothingWaits(writeBack));
            assertThat(line.requests("LIST")).isEqualTo(1);
            assertThat(line.requests("HEAD")).as("before they were written").isEqualTo(MANY);
        }
    }

    @Test
    void what_was_replaced_while_it_was_written_is_found_by_the_list_and_removed() throws Exception {
        try (WriteBack writeBack = writeBack()) {
            storeOneOfEach(writeBack);
            s3.put("originals", original(3).value(), "another");
            s3.client()
                    .deleteObject(
                            delete -> delete.bucket("originals").key(original(4).value()));
            clock.addAndGet(2 * SECOND);
            Eventually.until("all are stored", () -> nothingWaits(writeBack));
        }
        assertThat(stored()).hasSize(MANY - 2).doesNotContain("page/photo3_60_40.jpg", "page/photo4_60_40.jpg");
    }

    @Test
    void where_lists_are_forbidden_each_original_is_asked_for() throws Exception {
        line.forbidsLists = true;
        try (WriteBack writeBack = writeBack()) {
            storeOneOfEach(writeBack);
            clock.addAndGet(2 * SECOND);
            Eventually.until("all are stored", () -> nothingWaits(writeBack));
            assertThat(line.requests("LIST")).isEqualTo(1);
            assertThat(line.requests("HEAD")).isEqualTo(2 * MANY);
        }
    }

    @Test
    void a_folder_whose_list_does_not_reach_them_is_not_listed_again() {
        List<OriginalKey> gone = IntStream.range(MANY, 2 * MANY)
                .mapToObj(OriginalVersionsTest::original)
                .toList();
        versions.lookTogether(gone);
        versions.lookTogether(gone);
        assertThat(line.requests("LIST")).isEqualTo(1);
    }

    private void storeOneOfEach(WriteBack writeBack) throws Exception {
        int before = line.requests("PUT");
        for (int i = 0; i < MANY; i++) {
            writeBack.enqueue(
                    GRAMMAR.parse("page/photo" + i + "_60_40.jpg"),
                    Rendition.of(new byte[] {(byte) i}, "image/jpeg", ""),
                    eTag(i));
        }
        Eventually.until("all are written", () -> line.requests("PUT") - before == MANY);
        Eventually.until("all wait for versions", () -> writeBack.waitingForVersions() == MANY);
    }

    @Test
    void a_slow_host_of_originals_holds_up_no_question_to_the_bucket() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        RawHost.Script drip = (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            while (!end.await(100, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        };
        try (RawHost host = new RawHost(drip)) {
            HttpSources sources = new HttpSources(
                    List.of(new Place("shop/", URI.create("http://localhost:" + host.port() + "/"))),
                    Set.of("localhost"),
                    Duration.ofMinutes(10),
                    1 << 20,
                    "public");
            try (SourceClient client = new SourceClient(sources, new Meters())) {
                OriginalVersions both = new OriginalVersions(
                        new HttpOriginals(
                                sources, client, new S3Originals(s3.client(), "originals", ListPermission.GRANTED)),
                        clock::get);
                for (int i = 0; i < MANY; i++) {
                    OriginalKey slow = new OriginalKey("shop/" + i + ".jpg");
                    Thread.ofVirtual().start(() -> both.isCurrent(slow, "\"1\"", clock.get()));
                }
                Eventually.until("the host is asked", () -> host.connections() == 8);
                assertThat(CompletableFuture.supplyAsync(
                                        () -> both.isCurrent(original(1), eTag(1), clock.get() - 1),
                                        Thread::startVirtualThread)
                                .get(30, TimeUnit.SECONDS))
                        .isTrue();
                end.countDown();
            }
        }
    }

    private List<String> stored() {
        return straight.client().listObjectsV2(list -> list.bucket("renditions")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private WriteBack writeBack() {
        return new WriteBack(
                versions,
                new S3Renditions(s3.client(), "renditions", ListPermission.GRANTED),
                new WriteBackSettings(WriteBackTiming.AFTER_ANSWER, 1 << 20, Duration.ofSeconds(60)),
                new Meters());
    }

    private static boolean nothingWaits(WriteBack writeBack) {
        return IntStream.range(0, MANY)
                .allMatch(i -> writeBack
                        .pending(GRAMMAR.parse("page/photo" + i + "_60_40.jpg"))
                        .isEmpty());
    }

    private static OriginalKey original(int number) {
        return GRAMMAR.parse("page/photo" + number + "_60_40.jpg").original();
    }

    private static String eTag(int number) {
        return Digest.quotedMd5(("original " + number).getBytes(StandardCharsets.UTF_8));
    }
}

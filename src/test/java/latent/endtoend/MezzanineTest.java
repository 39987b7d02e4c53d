package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import latent.PurgeRun;
import latent.config.SettingSources;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.kit.Eventually;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import latent.local.TestS3;
import latent.metrics.Meters;
import latent.pictures.Encoded;
import latent.pictures.Likeness;
import latent.pictures.MatrixProfile;
import latent.pictures.Pictures;
import latent.purge.Purge;
import latent.purge.PurgeScope;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;
import latent.render.vips.LibvipsHere;
import latent.store.ListPermission;
import latent.store.MezzaninePlace;
import latent.store.Mezzanines;
import latent.store.S3Originals;
import latent.store.StoredRenditions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Small renditions of large photographs from their mezzanine: which of them, that none is outdated, and that nobody sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MezzanineTest {
    private static final Map<String, String> SETTINGS =
            Map.of("render.engine", "vips", "mezzanine.bucket", "originals", "mezzanine.prefix", "mezzanine/");

    /** Of which parts of a rendition begin at whole pixels, by whatever a decoder shrinks them: else two decodes differ by half of one. */
    private static final int WIDTH = 3072;

    private static final int HEIGHT = 2304;
    private static final byte[] CLOUDS = Encoded.jpeg(enlarged(Pictures.clouds(WIDTH / 4, HEIGHT / 4)));

    private Stack stack = unstarted();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway") // JUnit starts it
    private static Stack unstarted() {
        return null;
    }

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        LibvipsHere.orSkip();
        stack = Stack.start(data, SETTINGS);
        stack.between.onAnswer = asked::add;
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void the_second_small_rendition_reads_no_byte_of_the_original_and_costs_one_request_more() throws Exception {
        withMezzanine("second.jpg", CLOUDS);
        int requests = requests();
        asked.clear();
        double hits = counted("hit");
        assertThat(stack.processor().get("/second_310_0.jpg").status()).isEqualTo(200);
        stack.storedAfter(2);
        assertThat(counted("hit")).isEqualTo(hits + 1);
        assertThat(asked)
                .contains("GET /originals/mezzanine/second.jpg.mezzanine 200", "HEAD /originals/second.jpg 200")
                .doesNotContain("GET /originals/second.jpg 200", "GET /originals/second.jpg 304");
        assertThat(requests() - requests).isLessThanOrEqualTo(5);
    }

    @Test
    void a_large_rendition_and_one_of_a_small_part_begin_with_the_original() throws Exception {
        withMezzanine("large.jpg", CLOUDS);
        double hits = counted("hit");
        for (String key : List.of("/large_1500_0.jpg", "/large_300_300_c-400-400-900-900.jpg")) {
            assertThat(stack.processor().get(key).status()).isEqualTo(200);
        }
        assertThat(counted("hit")).isEqualTo(hits);
    }

    @Test
    void a_replaced_original_is_never_shown_from_the_old_mezzanine_and_gets_a_new_one() throws Exception {
        withMezzanine("replaced.jpg", withBlue(0));
        double stale = counted("stale");
        double written = counted("written");
        stack.putOriginal("replaced.jpg", withBlue(0xff));
        assertThat(middle(stack.processor().get("/replaced_310_0.jpg"))).isBetween(200, 255);
        assertThat(counted("stale")).isEqualTo(stale + 1);
        Eventually.until("the new mezzanine is stored", () -> counted("written") == written + 1);
        double hits = counted("hit");
        assertThat(middle(stack.processor().get("/replaced_320_0.jpg"))).isBetween(200, 255);
        assertThat(counted("hit")).isEqualTo(hits + 1);
    }

    @Test
    void a_removed_original_is_missing_whatever_lies_in_its_mezzanine() throws Exception {
        withMezzanine("removed.jpg", CLOUDS);
        stack.s3.client().deleteObject(d -> d.bucket("originals").key("removed.jpg"));
        assertThat(stack.processor().get("/removed_310_0.jpg").status()).isEqualTo(404);
    }

    @Test
    void a_purge_takes_the_mezzanine_too() throws Exception {
        withMezzanine("purge/one.jpg", CLOUDS);
        withMezzanine("purge/two.jpg", CLOUDS);
        withMezzanine("purge/three.jpg", CLOUDS);
        purge(new PurgeScope.OfOriginal(new OriginalKey("purge/one.jpg")), true);
        assertThat(mezzanines("purge/")).hasSize(3);
        purge(new PurgeScope.OfOriginal(new OriginalKey("purge/one.jpg")), false);
        assertThat(mezzanines("purge/"))
                .containsExactly("mezzanine/purge/three.jpg.mezzanine", "mezzanine/purge/two.jpg.mezzanine");
        purge(new PurgeScope.OfPrefix("purge/"), false);
        assertThat(mezzanines("purge/")).isEmpty();
        assertThat(stack.s3
                        .client()
                        .headObject(h -> h.bucket("originals").key("purge/two.jpg"))
                        .contentLength())
                .isPositive();
    }

    @Test
    void a_change_of_the_original_takes_the_mezzanine_and_no_change_leaves_it() throws Exception {
        withMezzanine("changed.jpg", CLOUDS);
        withMezzanine("gone.jpg", CLOUDS);
        Purge purge = changes();
        purge.purge(new OriginalKey("changed.jpg"));
        assertThat(mezzanines("changed")).hasSize(1);
        stack.putOriginal("changed.jpg", withBlue(0));
        stack.s3.client().deleteObject(d -> d.bucket("originals").key("gone.jpg"));
        purge.purge(new OriginalKey("changed.jpg"));
        purge.purge(new OriginalKey("gone.jpg"));
        assertThat(mezzanines("changed")).isEmpty();
        assertThat(mezzanines("gone")).isEmpty();
    }

    @Test
    void no_visitor_reaches_a_mezzanine() throws Exception {
        withMezzanine("hidden.jpg", CLOUDS);
        for (String path : List.of(
                "/mezzanine/hidden.jpg.mezzanine",
                "/mezzanine/hidden.jpg_300_0.mezzanine",
                "/mezzanine/hidden.jpg_300_0.mezzanine.jpg",
                "/mezzanine/hidden_300_0.jpg.mezzanine",
                "/mezzanine/hidden_300_0.jpg",
                "/mezzanine/hidden.jpg_300_0.jpg")) {
            assertThat(stack.processor().get(path).status()).as(path).isBetween(400, 404);
            assertThat(stack.website().get(path).status()).as(path).isBetween(302, 404);
        }
        KeyGrammar grammar = new SettingSources().read().keys().grammar();
        assertThat(grammar.original("mezzanine/hidden.jpg.mezzanine"))
                .as("what plans, audits and changes take for an original")
                .isEmpty();
    }

    @Test
    void turned_wide_gray_and_printed_pictures_look_the_same_from_their_mezzanine() throws Exception {
        BufferedImage gray = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        gray.getGraphics().drawImage(Encoded.read(CLOUDS), 0, 0, null);
        Map<String, byte[]> originals = Map.of(
                "turned", Encoded.withOrientation(CLOUDS, 6),
                "wide", Encoded.withProfile(CLOUDS, MatrixProfile.DISPLAY_P3.bytes()),
                "turned-wide",
                        Encoded.withOrientation(Encoded.withProfile(CLOUDS, MatrixProfile.DISPLAY_P3.bytes()), 7),
                "gray", Encoded.jpeg(gray),
                "ink", Encoded.inkJpeg(Pictures.fourChannels(WIDTH, HEIGHT, 200, 30, 90, 60), true));
        for (Map.Entry<String, byte[]> original : originals.entrySet()) {
            String name = original.getKey();
            stack.putOriginal(name + ".jpg", original.getValue());
            double written = counted("written");
            BufferedImage direct = seen("/" + name + "_300_300_fill_g-ea.jpg.png");
            Eventually.until("the mezzanine of " + name + " is stored", () -> counted("written") == written + 1);
            double hits = counted("hit");
            // the other spelling of the same transformation is not stored yet
            BufferedImage indirect = seen("/" + name + "-300x300_fill_g-ea.jpg.png");
            assertThat(counted("hit")).as(name).isEqualTo(hits + 1);
            assertThat(Likeness.meanDeltaE(direct, indirect)).as(name).isLessThan(1);
        }
    }

    @Test
    void it_is_upright_and_quick_to_decode() throws Exception {
        withMezzanine("form.jpg", Encoded.withOrientation(CLOUDS, 6));
        byte[] file = stack.s3
                .client()
                .getObjectAsBytes(get -> get.bucket("originals").key("mezzanine/form.jpg.mezzanine"))
                .asByteArray();
        var header = new HeaderGate(Limits.DEFAULT).admit(file);
        assertThat(header.stored()).hasToString("1536x2048");
        assertThat(header.upright()).hasToString("1536x2048");
        assertThat(header.interlaced()).isFalse();
    }

    @Test
    void a_small_original_has_none_and_is_asked_for_one_once() throws Exception {
        stack.putOriginal("small.jpg", Encoded.jpeg(Pictures.clouds(1600, 1200)));
        double missing = counted("missing");
        stack.processor().get("/small_300_0.jpg");
        stack.processor().get("/small_310_0.jpg");
        assertThat(counted("missing")).isEqualTo(missing + 1);
        assertThat(mezzanines("small")).isEmpty();
    }

    @Test
    void who_has_used_up_the_budget_of_an_original_gets_no_more_from_its_mezzanine(@TempDir Path data)
            throws Exception {
        try (Stack poor = Stack.start(data, with(Map.of("rate.original-daily", "2")))) {
            poor.putOriginal("a.jpg", CLOUDS);
            assertThat(poor.processor().get("/a_300_0.jpg").status()).isEqualTo(200);
            Eventually.until("the mezzanine is stored", () -> counted(poor, "written") == 1);
            assertThat(poor.processor().get("/a_310_0.jpg").status()).isEqualTo(200);
            assertThat(counted(poor, "hit")).isEqualTo(1);
            assertThat(poor.processor().get("/a_320_0.jpg").status()).isEqualTo(429);
        }
    }

    @Test
    void a_bucket_that_takes_none_costs_no_answer_and_is_left_alone_for_a_minute(@TempDir Path data) throws Exception {
        try (Stack forbidden = Stack.start(data, SETTINGS)) {
            forbidden.between.onRequest = line -> {
                if (line.startsWith("PUT") && line.endsWith(".mezzanine")) {
                    throw new IllegalStateException("this connection breaks off");
                }
            };
            forbidden.putOriginal("a.jpg", CLOUDS);
            forbidden.putOriginal("b.jpg", CLOUDS);
            assertThat(forbidden.processor().get("/a_300_0.jpg").status()).isEqualTo(200);
            Eventually.until("storing has failed", () -> counted(forbidden, "not-written") == 1);
            assertThat(forbidden.storedAfter(1)).containsExactly("a_300_0.jpg");
            int puts = forbidden.between.requests("PUT");
            assertThat(forbidden.processor().get("/b_300_0.jpg").status()).isEqualTo(200);
            forbidden.storedAfter(2);
            assertThat(forbidden.between.requests("PUT")).isEqualTo(puts + 1);
            assertThat(counted(forbidden, "not-written")).isEqualTo(1);
        }
    }

    @Test
    void one_that_cannot_be_read_costs_no_answer_and_is_left_alone_for_a_minute(@TempDir Path data) throws Exception {
        try (Stack broken = Stack.start(data, SETTINGS)) {
            broken.putOriginal("a.jpg", CLOUDS);
            broken.between.onRequest = line -> {
                if (line.startsWith("GET") && line.endsWith(".mezzanine")) {
                    asked.add("broken off");
                    throw new IllegalStateException("this connection breaks off");
                }
            };
            assertThat(broken.processor().get("/a_300_0.jpg").status()).isEqualTo(200);
            assertThat(counted(broken, "failed")).isEqualTo(1);
            asked.clear();
            assertThat(broken.processor().get("/a_310_0.jpg").status()).isEqualTo(200);
            assertThat(asked).doesNotContain("broken off");
        }
    }

    @Test
    void one_that_is_damaged_is_replaced() throws Exception {
        withMezzanine("damaged.jpg", CLOUDS);
        var source = stack.s3.client().headObject(h -> h.bucket("originals").key("mezzanine/damaged.jpg.mezzanine"));
        stack.s3.put(
                "originals", "mezzanine/damaged.jpg.mezzanine", "no picture", put -> put.metadata(source.metadata()));
        double failed = counted("failed");
        assertThat(stack.processor().get("/damaged_310_0.jpg").status()).isEqualTo(200);
        assertThat(counted("failed")).isEqualTo(failed + 1);
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(SETTINGS);
        all.putAll(more);
        return all;
    }

    private void withMezzanine(String key, byte[] original) throws Exception {
        stack.putOriginal(key, original);
        double written = counted("written");
        String stem = key.substring(0, key.length() - ".jpg".length());
        assertThat(stack.processor().get("/" + stem + "_300_0.jpg").status()).isEqualTo(200);
        Eventually.until("the mezzanine of " + key + " is stored", () -> counted("written") == written + 1);
        Eventually.until("nothing waits to be stored", () -> stack.metric("latent_write_back_pending") == 0);
    }

    private double counted(String outcome) throws Exception {
        return counted(stack, outcome);
    }

    private static double counted(Stack stack, String outcome) throws Exception {
        return stack.metric("latent_mezzanines_total{outcome=\"" + outcome + "\"}");
    }

    private int requests() {
        return stack.between.requests("GET") + stack.between.requests("PUT") + stack.between.requests("HEAD");
    }

    private List<String> mezzanines(String prefix) {
        List<String> names = new ArrayList<>();
        stack.s3
                .client()
                .listObjectsV2(list -> list.bucket("originals").prefix("mezzanine/" + prefix))
                .contents()
                .forEach(object -> names.add(object.key()));
        return names;
    }

    private BufferedImage seen(String path) throws Exception {
        Answer answer = stack.processor().get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Encoded.read(answer.body());
    }

    private static int middle(Answer answer) {
        BufferedImage picture = Encoded.read(answer.body());
        return picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2) & 0xff;
    }

    /** The clouds with an even blue, so that one version of an original is told from another. */
    private static byte[] withBlue(int blue) {
        BufferedImage picture = Pictures.clouds(WIDTH / 4, HEIGHT / 4);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, picture.getRGB(x, y) & 0xffff00 | blue);
            }
        }
        return Encoded.jpeg(enlarged(picture));
    }

    private static BufferedImage enlarged(BufferedImage picture) {
        BufferedImage large = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        large.getGraphics().drawImage(picture, 0, 0, WIDTH, HEIGHT, null);
        return large;
    }

    private void purge(PurgeScope scope, boolean dryRun) {
        Map<String, String> s3 = Map.of(
                "s3.endpoint", stack.between.url().toString(),
                "s3.access-key", TestS3.ACCESS_KEY,
                "s3.secret-key", TestS3.SECRET_KEY);
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        PurgeRun.run(
                List.of(scope),
                dryRun,
                new SettingSources().with(SETTINGS, "test").with(s3, "test").read(),
                out);
    }

    private Purge changes() {
        return new Purge(
                new S3Originals(stack.s3.client(), "originals", ListPermission.GRANTED),
                new StoredRenditions(stack.s3.client(), "renditions"),
                Optional.of(new Mezzanines(
                        stack.s3.client(), new MezzaninePlace("originals", "mezzanine/"), ListPermission.GRANTED)),
                new SettingSources().read().keys().grammar(),
                new Meters());
    }
}

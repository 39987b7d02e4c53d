package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.PurgeRun;
import latent.config.SettingSources;
import latent.key.OriginalKey;
import latent.kit.Eventually;
import latent.kit.S3Settings;
import latent.kit.Stack;
import latent.metrics.Meters;
import latent.purge.Purge;
import latent.purge.PurgeScope;
import latent.store.ListPermission;
import latent.store.MezzaninePlace;
import latent.store.Mezzanines;
import latent.store.S3Originals;
import latent.store.StoredRenditions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How mezzanines go, and what happens where they cannot be had. */
class MezzanineEndsTest extends MezzanineSetUp {
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

    private void purge(PurgeScope scope, boolean dryRun) {
        Map<String, String> s3 = S3Settings.of(stack.between.url());
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

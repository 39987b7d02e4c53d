package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import latent.config.SettingSources;
import latent.key.KeyGrammar;
import latent.kit.Eventually;
import latent.kit.Stack;
import latent.metrics.Meters;
import latent.purge.Purge;
import latent.store.ListPermission;
import latent.store.S3Originals;
import latent.store.StoredRenditions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An original that is replaced, and purged, while a rendition of what it was before is on its way into the bucket. */
@NullMarked
class ReplacedOriginalsTest {
    /** As many as write-backs are under way at one time. */
    private static final int AT_ONCE = 4;

    private static final int ROUNDS = Integer.getInteger("latent.replaced.originals", 12) / AT_ONCE;

    @TempDir
    private Path data = Path.of("");

    @Test
    void a_replaced_original_leaves_no_rendition_of_its_former_version() throws Exception {
        try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr"))) {
            Purge purge = purge(stack);
            for (int round = 0; round < ROUNDS; round++) {
                replaceWhileStoring(stack, purge, "r" + round + "/");
            }
            assertThat(stack.metric("latent_write_backs_total{outcome=\"outdated\"}"))
                    .isEqualTo(ROUNDS * AT_ONCE);
            assertThat(stack.stored()).isEmpty();
        }
    }

    private static void replaceWhileStoring(Stack stack, Purge purge, String folder) throws Exception {
        KeyGrammar grammar = grammar();
        List<String> renditions = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> folder + i + "_60_40.jpg")
                .toList();
        for (String rendition : renditions) {
            stack.putOriginal(grammar.parse(rendition).original().value(), Stack.jpeg(120, 90));
        }
        CountDownLatch mayPass = new CountDownLatch(1);
        stack.between.putsMayPass = mayPass;
        int before = stack.between.puts.get();
        for (String rendition : renditions) {
            assertThat(stack.processor().get("/" + rendition).status()).isEqualTo(200);
        }
        Eventually.until("all writes are under way", () -> stack.between.puts.get() - before == AT_ONCE);
        for (String rendition : renditions) {
            stack.putOriginal(grammar.parse(rendition).original().value(), Stack.jpeg(90, 120));
            purge.purge(grammar.parse(rendition).original());
        }
        mayPass.countDown();
        Eventually.until("nothing waits to be stored", () -> stack.metric("latent_write_back_pending") == 0);
    }

    @Test
    void a_removed_original_leaves_no_rendition() throws Exception {
        try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(120, 90));
            CountDownLatch mayPass = new CountDownLatch(1);
            stack.between.putsMayPass = mayPass;
            assertThat(stack.processor().get("/a_60_40.jpg").status()).isEqualTo(200);
            Eventually.until("the write is under way", () -> stack.between.puts.get() == 1);
            stack.s3.client().deleteObject(delete -> delete.bucket("originals").key("a.jpg"));
            mayPass.countDown();
            Eventually.until("nothing waits to be stored", () -> stack.metric("latent_write_back_pending") == 0);
            assertThat(stack.stored()).isEmpty();
        }
    }

    private static Purge purge(Stack stack) {
        return new Purge(
                new S3Originals(stack.s3.client(), "originals", ListPermission.GRANTED),
                new StoredRenditions(stack.s3.client(), "renditions"),
                Optional.empty(),
                grammar(),
                new Meters());
    }

    private static KeyGrammar grammar() {
        return new SettingSources().read().keys().grammar();
    }
}

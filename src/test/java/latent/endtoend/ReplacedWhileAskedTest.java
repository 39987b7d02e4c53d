package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import latent.Examinations;
import latent.WarmService;
import latent.audit.AuditDepth;
import latent.audit.AuditReport;
import latent.audit.AuditReport.Verdict;
import latent.audit.AuditRequest;
import latent.audit.SampleSize;
import latent.config.SettingSources;
import latent.kit.Eventually;
import latent.kit.OncePerRun;
import latent.kit.Stack;
import latent.local.RawHttp;
import latent.plan.KeySource;
import latent.plan.OriginalGlob;
import latent.plan.PlanRequest;
import latent.plan.PlanRequest.ShardFormat;
import latent.plan.PlanRequest.StaleBy;
import latent.spark.AuditJob;
import latent.spark.JobSettings;
import latent.spark.SparkHere;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Originals are replaced while visitors ask for their renditions: what is left of what they were, by an audit of the whole bucket. */
class ReplacedWhileAskedTest extends WarmSetUp {
    /** In all, over both ways to invalidate. */
    private static final int REPLACEMENTS = Integer.getInteger("latent.replaced.while-asked", 10);

    private static final int VISITORS = 3;

    @RegisterExtension
    static final OncePerRun<SparkSession> SPARK = SparkHere.SESSION;

    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();

    @ParameterizedTest
    @ValueSource(strings = {"path", "tag"})
    void nothing_stale_is_left_the_edges_are_told_and_the_next_visitor_sees_the_new_picture(String by)
            throws Exception {
        List<String> originals = new ArrayList<>();
        for (int i = 0; i < REPLACEMENTS / 2; i++) {
            stack.putOriginal("w/p" + i + ".jpg", Stack.jpeg(120, 90));
            originals.add("w/p" + i + ".jpg");
        }
        visit(originals.stream()
                .flatMap(original -> renditions(original).stream())
                .toList());
        WarmService worker = worker(Map.of("purge.by", by));
        List<Duration> gone = new ArrayList<>();
        try (ExecutorService visitors = Executors.newFixedThreadPool(VISITORS)) {
            List<Future<Integer>> asking = new ArrayList<>();
            for (int i = 0; i < VISITORS; i++) {
                asking.add(visitors.submit(() -> ask(originals)));
            }
            for (String original : originals) {
                gone.add(replaced(original));
            }
            enough.set(true);
            for (Future<Integer> visitor : asking) {
                assertThat(visitor.get()).isPositive();
            }
        } finally {
            enough.set(true);
        }
        Eventually.until("the work is done", () -> queue.left() == 0);
        Eventually.until("nothing waits to be stored", () -> stack.metric("latent_write_back_pending") == 0);

        assertThat(worker.meters().scrape()).doesNotContain("latent_changes_total{outcome=\"failed\"}");
        assertThat(aws.forgotten(distribution))
                .containsOnly(
                        originals.stream().map(original -> told(original, by)).toArray(String[]::new));
        AuditReport audit = audit();
        assertThat(audit.found())
                .allSatisfy(kind -> assertThat(kind.count()).as(kind.kind()).isZero());
        assertThat(audit.verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(audit.looked())
                .as("they are in use, so they were made again")
                .isEqualTo(originals.size() * 2L);
        for (String original : originals) {
            for (String rendition : renditions(original)) {
                assertThat(isNew(rendition)).as(rendition).isTrue();
            }
        }
        report(by, gone);
    }

    private static List<String> renditions(String original) {
        return List.of(original.replace(".jpg", "_60_40.jpg"), original.replace(".jpg", "_30_30.jpg"));
    }

    private static String told(String original, String by) {
        return by.equals("tag") ? "#" + original.replace("/", "%2F") : "/" + original.replace(".jpg", "*");
    }

    /** Asks until it is enough; returns how often there was a picture. */
    private int ask(List<String> originals) throws Exception {
        RawHttp processor = stack.processor();
        while (!enough.get()) {
            String original = originals.get(ThreadLocalRandom.current().nextInt(originals.size()));
            for (String rendition : renditions(original)) {
                if (processor.get("/" + rendition).status() == 200) {
                    answers.incrementAndGet();
                }
            }
        }
        return answers.get();
    }

    /** Replaces one; returns how long after the message nothing is stored any more of what it was. */
    private Duration replaced(String original) throws Exception {
        stack.putOriginal(original, Stack.jpeg(90, 120));
        String now = head("originals", original).eTag();
        queue.send(created(original));
        long start = System.nanoTime();
        for (String rendition : renditions(original)) {
            Eventually.until(
                    "what was is gone",
                    () -> source(rendition).filter(from -> !from.equals(now)).isEmpty());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Optional<String> source(String rendition) {
        try {
            return Optional.ofNullable(head("renditions", rendition).metadata().get("source-etag"));
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    /** What was wider than high is higher than wide. */
    private boolean isNew(String rendition) throws Exception {
        RawHttp.Answer answer = stack.website().get("/" + rendition);
        assertThat(answer.status()).isEqualTo(200);
        var picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        return picture.getHeight() > picture.getWidth();
    }

    private AuditReport audit() {
        PlanRequest objects = new PlanRequest(
                KeySource.OF_BUCKET,
                KeySource.OF_BUCKET,
                "",
                OriginalGlob.ALL,
                List.of(),
                StaleBy.DATE,
                1000,
                ShardFormat.NDJSON);
        JobSettings settings = JobSettings.of(new SettingSources().with(settings(), "test"));
        return new AuditJob(SPARK.get(), settings, Examinations.SOURCE, Optional.empty())
                .audit(new AuditRequest(objects, AuditDepth.BYTES, SampleSize.ALL, 1, Set.of(), 8), Optional.empty());
    }

    private void report(String by, List<Duration> gone) {
        List<Duration> sorted = gone.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "by %s: %d replacements, %d answers meanwhile; gone after %d ms (median), %d ms (the slowest)%n",
                by,
                sorted.size(),
                answers.get(),
                sorted.get(sorted.size() / 2).toMillis(),
                sorted.getLast().toMillis());
    }
}

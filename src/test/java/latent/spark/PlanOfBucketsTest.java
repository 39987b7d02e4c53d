package latent.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latent.config.SettingSources;
import latent.kit.OncePerRun;
import latent.kit.S3Settings;
import latent.local.LocalS3;
import latent.local.TestS3;
import latent.plan.KeySource;
import latent.plan.OriginalGlob;
import latent.plan.PlanCounts;
import latent.plan.PlanRequest;
import latent.plan.PlanRequest.ShardFormat;
import latent.plan.PlanRequest.StaleBy;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a plan finds in buckets that it lists, and of originals that a file names. */
class PlanOfBucketsTest {
    @RegisterExtension
    static final OncePerRun<SparkSession> SPARK = SparkHere.SESSION;

    private LocalS3 server;
    private TestS3 s3;

    @BeforeEach
    void start(@TempDir Path data) {
        server = LocalS3.start(new LocalS3.Settings(data, 0, TestS3.ACCESS_KEY, TestS3.SECRET_KEY));
        s3 = new TestS3(server.url());
        List.of("originals", "renditions").forEach(bucket -> s3.client().createBucket(b -> b.bucket(bucket)));
    }

    @AfterEach
    void stop() {
        s3.close();
        server.close();
    }

    @Test
    void folders_are_listed_by_many_tasks_and_nothing_is_seen_twice_or_left_out() {
        for (int i = 0; i < 30; i++) {
            s3.put("originals", "a/%d/deep/er/p%d.jpg".formatted(i % 3, i), "-");
            s3.put("originals", "b%d/p.jpg".formatted(i), "-");
        }
        s3.put("originals", "top.jpg", "-");
        s3.put("originals", "a/notes.txt", "-");
        s3.put("renditions", "top_10_0.jpg", "-");
        s3.put("renditions", "a/0/deep/er/p0_10_0.jpg", "-");
        s3.put("renditions", "b1/p_11_0.jpg", "-");
        s3.put("renditions", "b1/gone_10_0.jpg", "-");

        PlanCounts all = job().estimate(request(KeySource.OF_BUCKET, "", "**")).counts();
        assertThat(all.originals()).isEqualTo(61);
        assertThat(all.otherFiles()).isEqualTo(1);
        assertThat(all.missing()).isEqualTo(59);
        assertThat(all.present()).isEqualTo(2);
        assertThat(all.unplanned()).isEqualTo(1);
        assertThat(all.orphaned()).isEqualTo(1);

        PlanCounts folder =
                job().estimate(request(KeySource.OF_BUCKET, "a/", "a/{0,1}/**")).counts();
        assertThat(folder.originals()).isEqualTo(20);
        assertThat(folder.missing()).isEqualTo(19);
        assertThat(folder.orphaned())
                .as("what is outside of the folder is nobody's orphan")
                .isZero();
    }

    @Test
    void of_originals_that_a_file_names_only_their_own_renditions_are_looked_at(@TempDir Path folder) throws Exception {
        s3.put("originals", "a.jpg", "-");
        s3.put("originals", "größe b.jpg", "-");
        s3.put("originals", "unasked.jpg", "-");
        s3.put("renditions", "a_10_0.jpg", "-");
        s3.put("renditions", "unasked_10_0.jpg", "-");
        s3.put("renditions", "gone_10_0.jpg", "-");
        Path file = Files.writeString(folder.resolve("keys"), "a.jpg\ngröße b.jpg\n\na.jpg\ngone.jpg\nlist.csv\n");

        PlanCounts counts = job().estimate(
                        request(new KeySource(KeySource.Kind.KEYS, file.toUri().toString()), "", "**"))
                .counts();

        assertThat(counts.originals()).isEqualTo(2);
        assertThat(counts.absent()).isEqualTo(1);
        assertThat(counts.otherFiles()).isEqualTo(1);
        assertThat(counts.present()).isEqualTo(1);
        assertThat(counts.missing()).isEqualTo(1);
        assertThat(counts.orphaned())
                .as("of gone.jpg, which was looked for; unasked.jpg was not")
                .isEqualTo(1);
    }

    private PlanJob job() {
        Map<String, String> settings = S3Settings.of(server.url(), "keys.alphabet", "unicode");
        return new PlanJob(SPARK.get(), JobSettings.of(new SettingSources().with(settings, "test")));
    }

    private static PlanRequest request(KeySource originals, String prefix, String glob) {
        return new PlanRequest(
                originals,
                KeySource.OF_BUCKET,
                prefix,
                new OriginalGlob(glob),
                List.of("** 10_0"),
                StaleBy.DATE,
                1000,
                ShardFormat.PARQUET);
    }
}

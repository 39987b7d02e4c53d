package latent.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import latent.Examinations;
import latent.FamilyWarmers;
import latent.audit.AuditDepth;
import latent.audit.AuditReport;
import latent.audit.AuditReport.Found;
import latent.audit.AuditReport.Verdict;
import latent.audit.AuditRequest;
import latent.audit.FindingKind;
import latent.audit.SampleSize;
import latent.config.SettingSources;
import latent.kit.OncePerRun;
import latent.kit.RenditionBuckets;
import latent.kit.Stack;
import latent.plan.KeySource;
import latent.plan.OriginalGlob;
import latent.plan.PlanRequest;
import latent.plan.PlanRequest.ShardFormat;
import latent.plan.PlanRequest.StaleBy;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** What an audit of whole buckets counts, and what it mends. */
class AuditOfBucketsTest {
    @RegisterExtension
    static final OncePerRun<SparkSession> SPARK = SparkHere.SESSION;

    private static final Set<FindingKind> CERTAIN =
            EnumSet.of(FindingKind.STALE, FindingKind.ORPHANED, FindingKind.TORN, FindingKind.WRONG_TYPE);

    private RenditionBuckets buckets;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        buckets = new RenditionBuckets(data);
    }

    @AfterEach
    void stop() {
        buckets.close();
    }

    @Test
    void what_is_certainly_wrong_is_removed_and_made_again_and_what_may_be_somebodys_own_stays(@TempDir Path folder)
            throws Exception {
        String a = buckets.original("a.jpg", Stack.jpeg(120, 90));
        byte[] jpeg = Stack.jpeg(60, 40);
        buckets.rendition("a_60_40.jpg", jpeg, "image/jpeg", "a.jpg", a);
        buckets.rendition("a_50_0.jpg", jpeg, "image/jpeg", "a.jpg", "\"old\"");
        buckets.rendition("a_40_0.jpg", jpeg, "text/html", "a.jpg", a);
        buckets.rendition("a_42_0.jpg", Arrays.copyOf(jpeg, jpeg.length / 2), "image/jpeg", "a.jpg", a);
        buckets.rendition("gone_60_40.jpg", jpeg, "image/jpeg", "gone.jpg", "\"any\"");
        buckets.rendition("gone_61_40.jpg", jpeg, "image/jpeg", "", Map.of());
        buckets.rendition("a_62_0.jpg", "somebody's own".getBytes(UTF_8), "image/jpeg", "max-age=1", Map.of());
        buckets.rendition("index.html", "hello".getBytes(UTF_8), "text/html", "", Map.of());

        String out = folder.resolve("audit").toString();
        AuditReport report = audit(request(AuditDepth.BYTES, CERTAIN), Optional.of(out));
        assertThat(found(report))
                .isEqualTo(Map.of("stale", 1L, "orphaned", 2L, "wrong-type", 1L, "torn", 2L, "missing-headers", 2L));
        assertThat(report.renditions()).isEqualTo(7);
        assertThat(report.wrong()).isEqualTo(6);
        assertThat(report.verdict()).isEqualTo(Verdict.FINDINGS);
        assertThat(report.mended().removed()).isEqualTo(5);
        assertThat(report.mended().toMake()).isEqualTo(3);
        assertThat(buckets.stored()).containsExactly("a_60_40.jpg", "a_62_0.jpg", "index.html");
        assertThat(findings(folder))
                .hasSize(6)
                .anyMatch(line -> line.contains("a_40_0.jpg") && line.contains("text/html"));

        WarmReport warmed = new WarmJob(SPARK.get(), out).run(settings(), FamilyWarmers.SOURCE, Optional.empty());
        assertThat(warmed.made()).isEqualTo(3);
        AuditReport last = audit(request(AuditDepth.BYTES, EnumSet.allOf(FindingKind.class)), Optional.of(out));
        assertThat(found(last)).isEqualTo(Map.of("torn", 1L, "missing-headers", 1L));
        assertThat(last.mended().removed())
                .as("because missing headers were named")
                .isEqualTo(1);
        assertThat(last.verdict()).isEqualTo(Verdict.CLEAN);
    }

    private static List<String> findings(Path folder) throws Exception {
        try (var files = Files.list(folder.resolve("audit/findings"))) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".json")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString().lines().toList();
        }
    }

    @Test
    void what_changes_between_the_look_and_the_repair_stays(@TempDir Path folder) throws Exception {
        String a = buckets.original("a.jpg", Stack.jpeg(120, 90));
        byte[] jpeg = Stack.jpeg(60, 40);
        byte[] uploaded = Stack.jpeg(30, 30);
        buckets.rendition("a_50_0.jpg", jpeg, "image/jpeg", "a.jpg", "\"old\"");
        buckets.rendition("back_50_0.jpg", jpeg, "image/jpeg", "back.jpg", "\"before\"");
        AtomicBoolean madeAnew = new AtomicBoolean();
        buckets.between.onRequest = line -> {
            if (line.equals("DELETE /renditions/a_50_0.jpg") && madeAnew.compareAndSet(false, true)) {
                buckets.rendition("a_50_0.jpg", uploaded, "image/jpeg", "a.jpg", a);
            }
        };
        AtomicBoolean cameBack = new AtomicBoolean();
        buckets.between.onAnswer = line -> {
            if (line.equals("HEAD /originals/back.jpg 404") && cameBack.compareAndSet(false, true)) {
                buckets.original("back.jpg", uploaded);
            }
        };
        AuditReport report = audit(
                request(AuditDepth.HEADERS, Set.of(FindingKind.ORPHANED, FindingKind.STALE)),
                Optional.of(folder.resolve("audit").toString()));
        assertThat(madeAnew).isTrue();
        assertThat(cameBack).isTrue();
        assertThat(report.mended().chosen()).isEqualTo(2);
        assertThat(buckets.stored()).contains("a_50_0.jpg");
        assertThat(report.mended().changed()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void a_metadata_table_tells_what_is_stale_and_a_sample_of_it_estimates_how_many(@TempDir Path folder)
            throws Exception {
        String a = buckets.original("a.jpg", Stack.jpeg(120, 90));
        StructType columns = new StructType()
                .add("bucket", DataTypes.StringType)
                .add("key", DataTypes.StringType)
                .add("sequence_number", DataTypes.StringType)
                .add("is_delete_marker", DataTypes.BooleanType)
                .add("size", DataTypes.LongType)
                .add("last_modified_date", DataTypes.TimestampType)
                .add("e_tag", DataTypes.StringType)
                .add("user_metadata", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType));
        List<Row> rows = new ArrayList<>();
        for (int width = 1; width <= 200; width++) {
            String source = width <= 50 ? "\"old\"" : a;
            rows.add(row("a_" + width + "_0.jpg", "01", false, source));
        }
        buckets.rendition("a_7_0.jpg", Stack.jpeg(7, 5), "image/jpeg", "a.jpg", "\"old\"");
        buckets.rendition("a_8_0.jpg", Stack.jpeg(8, 6), "image/jpeg", "a.jpg", a);
        rows.add(row("a_9_0.jpg", "02", true, "\"old\""));
        String table = folder.resolve("table").toString();
        SPARK.get().createDataFrame(rows, columns).coalesce(1).write().parquet(table);
        KeySource source = KeySource.parse("table:" + table);

        AuditReport all = audit(request(source, SampleSize.ALL), Optional.empty());
        assertThat(all.renditions()).as("the marker of a deletion is none").isEqualTo(199);
        assertThat(found(all))
                .as("of what the table says, only what is still there and still so")
                .isEqualTo(Map.of("stale", 1L));

        AuditReport some = audit(request(source, new SampleSize(60, 0)), Optional.empty());
        assertThat(some.renditions()).isEqualTo(199);
        assertThat(some.looked()).isEqualTo(60);
        assertThat(some.found()).allSatisfy(kind -> assertThat(kind.highShare()).isGreaterThan(kind.lowShare()));
    }

    private static Row row(String key, String sequence, boolean deleted, String source) {
        return RowFactory.create(
                "renditions",
                key,
                sequence,
                deleted,
                1000L,
                Timestamp.from(Instant.now()),
                "d41d8cd98f00b204e9800998ecf8427e",
                CollectionConverters.asScala(Map.of("source-etag", source)));
    }

    private static AuditRequest request(KeySource renditions, SampleSize sample) {
        return new AuditRequest(objects(renditions), AuditDepth.LISTING, sample, 1, Set.of(), 4);
    }

    private AuditReport audit(AuditRequest request, Optional<String> out) {
        return new AuditJob(SPARK.get(), settings(), Examinations.SOURCE, Optional.empty()).audit(request, out);
    }

    private static AuditRequest request(AuditDepth depth, Set<FindingKind> mend) {
        return new AuditRequest(objects(KeySource.OF_BUCKET), depth, SampleSize.ALL, 1, mend, 4);
    }

    static PlanRequest objects(KeySource renditions) {
        return new PlanRequest(
                KeySource.OF_BUCKET,
                renditions,
                "",
                OriginalGlob.ALL,
                List.of(),
                StaleBy.DATE,
                1000,
                ShardFormat.NDJSON);
    }

    private JobSettings settings() {
        return JobSettings.of(new SettingSources().with(buckets.settings(), "test"));
    }

    /** How many of each kind, without those that there are none of. */
    static Map<String, Long> found(AuditReport report) {
        return report.found().stream()
                .filter(kind -> kind.count() > 0)
                .collect(Collectors.toMap(Found::kind, Found::count));
    }
}

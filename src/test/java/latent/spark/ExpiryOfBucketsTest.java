package latent.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import latent.Examinations;
import latent.audit.AccessLog;
import latent.audit.AccessLog.Format;
import latent.audit.ExpiryReport;
import latent.audit.ExpiryRequest;
import latent.audit.ExpiryRequest.Keeps;
import latent.config.SettingSources;
import latent.kit.OncePerRun;
import latent.kit.RenditionBuckets;
import latent.kit.Stack;
import latent.plan.KeySource;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What has not been asked for in 90 days, by logs of every kind, and what is removed of it. */
class ExpiryOfBucketsTest {
    @RegisterExtension
    static final OncePerRun<SparkSession> SPARK = SparkHere.SESSION;

    /** Half a year after all that these tests store. */
    private final Instant now = Instant.now().plus(Duration.ofDays(180));

    private static final String W3C = """
            #Version: 1.0
            #Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status
            2026-01-01\t10:00:00\tDFW3\t1\t192.0.2.1\tGET\td1.example\t/a_1_0.jpg\t200
            %1$s\t10:00:00\tDFW3\t1\t192.0.2.1\tGET\td1.example\t/a_2_0.jpg\t200
            %1$s\t10:00:00\tDFW3\t1\t192.0.2.1\tHEAD\td1.example\t/sp%%2520ace_1_0.jpg\t304
            """;

    private RenditionBuckets buckets;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        buckets = new RenditionBuckets(data);
    }

    @AfterEach
    void stop() {
        buckets.close();
    }

    private void fill() throws Exception {
        String a = buckets.original("a.jpg", Stack.jpeg(120, 90));
        String b = buckets.original("sp ace.jpg", Stack.jpeg(120, 90));
        for (String key : List.of("a_1_0.jpg", "a_2_0.jpg", "a_3_0.jpg")) {
            buckets.rendition(key, new byte[1000], "image/jpeg", "a.jpg", a);
        }
        buckets.rendition("sp ace_1_0.jpg", new byte[1000], "image/jpeg", "sp ace.jpg", b);
        buckets.rendition("gone_1_0.jpg", new byte[1000], "image/jpeg", "gone.jpg", "\"any\"");
        buckets.rendition("index.html", new byte[1000], "text/html", "x", "\"any\"");
    }

    @Test
    void what_nobody_asked_for_is_counted_and_goes_only_when_that_is_said(@TempDir Path folder) throws Exception {
        fill();
        Path log = folder.resolve("E1.2026-01-01-10.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(log))) {
            out.write(W3C.formatted(day(1)).getBytes(UTF_8));
        }
        AccessLog cloudFront = new AccessLog(Format.CLOUDFRONT, List.of(folder.toString()));
        ExpiryReport report = job().expire(request(cloudFront, Keeps.RENDITION), false);
        assertThat(report.renditions()).as("an orphan is none of them").isEqualTo(4);
        assertThat(report.asked()).isEqualTo(2);
        assertThat(report.unused()).isEqualTo(2);
        assertThat(report.requests()).isEqualTo(2);
        assertThat(report.bytes()).isEqualTo(2000);
        assertThat(report.savedPerMonth()).isEqualTo(2000 / 1e9 * 0.023);
        assertThat(report.madeAgain().putRequests()).isEqualTo(2);
        assertThat(report.madeAgain().cost()).isPositive();
        assertThat(buckets.stored()).hasSize(6);

        assertThat(job().expire(request(cloudFront, Keeps.RENDITION), true).expired())
                .isEqualTo(2);
        assertThat(buckets.stored()).containsExactly("a_2_0.jpg", "gone_1_0.jpg", "index.html", "sp ace_1_0.jpg");
    }

    @Test
    void a_log_of_another_kind_says_the_same_and_may_keep_all_of_an_original(@TempDir Path folder) throws Exception {
        fill();
        String line = "{\"date\":\"%s\",\"time\":\"10:00:00\",\"cs-uri-stem\":\"%s\",\"sc-status\":\"200\"}%n";
        Path json = Files.writeString(
                folder.resolve("log.json"),
                line.formatted("2026-01-01", "/a_1_0.jpg") + line.formatted(day(1), "/a_2_0.jpg"));
        assertThat(unused(Format.CLOUDFRONT_JSON, json, Keeps.RENDITION)).isEqualTo(3);
        assertThat(unused(Format.CLOUDFRONT_JSON, json, Keeps.ORIGINAL)).isEqualTo(1);

        String s3 =
                "79a5 %s [%s] 192.0.2.3 - 3E57 WEBSITE.GET.OBJECT %s \"GET /x HTTP/1.1\" 200 - 113 - 7 - \"-\" \"S3\" -%n";
        Path text = Files.writeString(
                folder.resolve("log.txt"),
                s3.formatted("renditions", "06/Feb/2026:00:00:38 +0000", "a_1_0.jpg")
                        + s3.formatted("originals", "06/Feb/2027:00:00:38 +0000", "a_3_0.jpg")
                        + s3.formatted("renditions", s3Day(1), "sp%2Bace_1_0.jpg")
                        + s3.formatted("renditions", s3Day(1), "a_2_0.jpg"));
        assertThat(unused(Format.S3, text, Keeps.RENDITION)).isEqualTo(2);
    }

    @Test
    void a_log_that_does_not_tell_is_refused(@TempDir Path folder) throws Exception {
        Path old = Files.writeString(folder.resolve("old.log"), W3C.formatted(day(10)));
        assertThatThrownBy(() -> unused(Format.CLOUDFRONT, old, Keeps.RENDITION))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("The access log ends on");
        Path none = Files.writeString(folder.resolve("none.log"), "hello\n");
        assertThatThrownBy(() -> unused(Format.CLOUDFRONT, none, Keeps.RENDITION))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("#Fields:");
        assertThatThrownBy(() -> unused(Format.S3, old, Keeps.RENDITION))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("no requests that can be read");
    }

    private long unused(Format format, Path log, Keeps keeps) {
        return job().expire(request(new AccessLog(format, List.of(log.toString())), keeps), false)
                .unused();
    }

    private String day(int daysAgo) {
        return now.minus(Duration.ofDays(daysAgo)).toString().substring(0, 10);
    }

    private String s3Day(int daysAgo) {
        return java.time.format.DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", java.util.Locale.ROOT)
                .withZone(java.time.ZoneOffset.UTC)
                .format(now.minus(Duration.ofDays(daysAgo)));
    }

    private ExpiryRequest request(AccessLog log, Keeps keeps) {
        return new ExpiryRequest(AuditOfBucketsTest.objects(KeySource.OF_BUCKET), log, 90, keeps, now, 4);
    }

    private ExpiryJob job() {
        var settings = new SettingSources()
                .with(buckets.settings(), "test")
                .with(java.util.Map.of("keys.alphabet", "unicode"), "test");
        return new ExpiryJob(SPARK.get(), JobSettings.of(settings), Examinations.SOURCE);
    }
}

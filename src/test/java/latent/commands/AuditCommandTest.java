package latent.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import latent.audit.AccessLog;
import latent.audit.AuditDepth;
import latent.audit.AuditReport.Verdict;
import latent.audit.ExpiryRequest.Keeps;
import latent.audit.FindingKind;
import latent.audit.SampleSize;
import latent.cli.Actions;
import latent.cli.AuditOptions;
import latent.cli.ExpireOptions;
import latent.cli.LatentCommand;
import latent.spark.JobFailed;
import org.junit.jupiter.api.Test;

/** What {@code audit} and {@code expire} understand, and what their exit codes say; what they do is shown on buckets. */
class AuditCommandTest {
    private final List<Object> asked = new ArrayList<>();
    private Verdict verdict = Verdict.CLEAN;
    private boolean works = true;

    @Test
    void the_words_of_an_audit_become_its_request() {
        run(
                0,
                "audit",
                "--originals=inventory:inv/manifest.json",
                "--renditions=table:s3tables.aws_s3_metadata.inventory",
                "--prefix=shop/",
                "--depth=bytes",
                "--sample=0.5%",
                "--seed=7",
                "--concurrency=8");
        AuditOptions options = (AuditOptions) asked.getFirst();
        assertThat(options.request().depth()).isEqualTo(AuditDepth.BYTES);
        assertThat(options.request().sample()).isEqualTo(new SampleSize(0, 5_000));
        assertThat(options.request().seed()).isEqualTo(7);
        assertThat(options.request().mend()).isEmpty();
        assertThat(options.request().concurrency()).isEqualTo(8);
        assertThat(options.request().objects().renditions()).hasToString("table:s3tables.aws_s3_metadata.inventory");
        assertThat(options.out()).isEqualTo(".latent/audit");
    }

    @Test
    void fix_means_all_that_is_certainly_wrong_or_what_is_named() {
        run(0, "audit", "--fix");
        run(0, "audit", "--fix=missing-headers,stale");
        assertThat(asked.stream()
                        .map(options -> ((AuditOptions) options).request().mend()))
                .satisfiesExactly(
                        all -> assertThat(all)
                                .containsExactlyInAnyOrder(
                                        FindingKind.STALE,
                                        FindingKind.ORPHANED,
                                        FindingKind.TORN,
                                        FindingKind.WRONG_TYPE),
                        some -> assertThat(some)
                                .containsExactlyInAnyOrder(FindingKind.MISSING_HEADERS, FindingKind.STALE));
    }

    @Test
    void the_exit_code_says_whether_all_is_well_or_not_or_nobody_knows() {
        run(0, "audit");
        verdict = Verdict.FINDINGS;
        run(1, "audit");
        verdict = Verdict.INCOMPLETE;
        run(2, "audit");
        works = false;
        assertThat(run(2, "audit")).contains("The inventory lacks etag");
        assertThat(run(1, "expire", "--access-log=logs", "--unused-days=90")).contains("The inventory lacks etag");
    }

    @Test
    void what_cannot_be_audited_is_refused_with_a_sentence() {
        assertThat(run(2, "audit", "--sample=10", "--fix")).contains("--fix goes without --sample");
        assertThat(run(2, "audit", "--sample=10", "--originals=keys:x")).contains("goes without a list of originals");
        assertThat(run(2, "audit", "--fix=ugly")).contains("Nothing of this kind is found: ugly");
        assertThat(run(2, "audit", "--sample=some")).contains("A sample is a number");
        assertThat(run(2, "audit", "--concurrency=0")).contains("1 to 256");
        assertThat(run(2, "audit", "--prefix=shop")).contains("ends in a slash");
        assertThat(asked).isEmpty();
    }

    @Test
    void nothing_expires_without_days_a_log_and_a_yes() {
        assertThat(run(2, "expire", "--access-log=logs")).contains("--unused-days");
        assertThat(run(2, "expire", "--unused-days=90")).contains("--access-log");
        assertThat(asked).isEmpty();
        run(0, "expire", "--access-log=a", "--access-log=b", "--set=renditions.unused-days=60");
        run(0, "expire", "--access-log=a", "--unused-days=90", "--yes", "--keeps=original", "--log-format=s3");
        run(0, "expire", "--access-log=a", "--unused-days=90", "--yes", "--dry-run");
        assertThat(asked.stream().map(options -> ((ExpireOptions) options).remove()))
                .containsExactly(false, true, false);
        ExpireOptions first = (ExpireOptions) asked.getFirst();
        assertThat(first.request().unusedDays()).as("by the setting").isEqualTo(60);
        assertThat(first.request().log().paths()).containsExactly("a", "b");
        ExpireOptions second = (ExpireOptions) asked.get(1);
        assertThat(second.request().keeps()).isEqualTo(Keeps.ORIGINAL);
        assertThat(second.request().log().format()).isEqualTo(AccessLog.Format.S3);
    }

    private String run(int exit, String... words) {
        Actions actions = (Actions) Proxy.newProxyInstance(
                Actions.class.getClassLoader(), new Class<?>[] {Actions.class}, (proxy, method, arguments) -> {
                    if (!works) {
                        throw new JobFailed("The inventory lacks etag.");
                    }
                    asked.add(arguments[0]);
                    return method.getReturnType() == boolean.class ? true : verdict;
                });
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(LatentCommand.run(actions, words))
                    .as(String.join(" ", words))
                    .isEqualTo(exit);
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}

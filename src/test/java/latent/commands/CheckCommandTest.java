package latent.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latent.audit.AuditReport;
import latent.check.CheckCounts;
import latent.check.DeployedTopology;
import latent.check.Deployment;
import latent.check.HttpFetcher;
import latent.check.JdkHttpFetcher;
import latent.check.SmokeTest;
import latent.cli.Actions;
import latent.cli.AuditOptions;
import latent.cli.DemoOptions;
import latent.cli.ExpireOptions;
import latent.cli.LatentCommand;
import latent.cli.PlanOptions;
import latent.cli.WarmOptions;
import latent.config.SettingSources;
import latent.image.ImageFormat;
import latent.kit.Stack;
import latent.purge.PurgeScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of {@code latent check}, and its exit code. */
class CheckCommandTest {
    private final Checks checks = new Checks();

    @Test
    void hosts_as_terraform_prints_them_are_enough() {
        int code = run("check images.example.org --topology failover --origin origin.example.org"
                + " --originals s3.eu-west-1.amazonaws.com/b --formats avif,webp --original widgets/myimage.jpg");
        assertThat(code).isZero();
        Deployment deployment = checks.seen.getFirst();
        assertThat(deployment.topology()).isEqualTo(DeployedTopology.FAILOVER);
        assertThat(deployment.images()).isEqualTo(URI.create("https://images.example.org"));
        assertThat(deployment.origins()).containsExactly(URI.create("https://origin.example.org"));
        assertThat(deployment.originals()).contains(URI.create("https://s3.eu-west-1.amazonaws.com/b"));
        assertThat(deployment.formats()).containsExactly(ImageFormat.AVIF, ImageFormat.WEBP);
        assertThat(deployment.processor()).isEmpty();
    }

    @Test
    void a_website_endpoint_is_asked_by_http() {
        run("check https://images.example.org/ --website b.s3-website-eu-west-1.amazonaws.com --original a.jpg");
        assertThat(checks.seen.getFirst().website())
                .contains(URI.create("http://b.s3-website-eu-west-1.amazonaws.com"));
    }

    @Test
    void a_failed_check_is_exit_code_1() {
        checks.passes = false;
        assertThat(run("check images.example.org --original a.jpg")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check images.example.org",
                "check --original a.jpg",
                "check http://images.example.org --original a.jpg",
                "check images.example.org --processor http://process.example.org --original a.jpg",
                "check images.example.org/?x --original a.jpg",
                "check images.example.org/path --original a.jpg",
                "check ftp://images.example.org --original a.jpg",
                "check images.example.org --original a.jpg --topology ring",
                "check images.example.org --original a.jpg --formats bmp",
                "check images.example.org --original a.jpg --patience -1",
            })
    void invalid_arguments_are_exit_code_2(String words) {
        assertThat(run(words)).isEqualTo(2);
        assertThat(checks.seen).isEmpty();
    }

    @Test
    void hosts_of_originals_are_those_of_the_settings_and_each_has_a_line() {
        run("check images.example.org --original a.jpg --set originals.http=shop/=http://no-such-host.invalid/");
        var out = new ByteArrayOutputStream();
        HttpFetcher nobody = (url, headers) -> {
            throw new ConnectException("nobody is there");
        };
        new SmokeTest(checks.seen.getFirst(), nobody, new PrintStream(out, true, UTF_8)).run();
        assertThat(out.toString(UTF_8).lines())
                .filteredOn(line -> line.contains("originals of "))
                .singleElement()
                .asString()
                .startsWith("FAILED  originals of shop/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-secret-of-the-tests-1"})
    void over_real_http_the_local_stack_passes(String signing, @TempDir Path data) throws Exception {
        try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr", "keys.signing-secrets", signing));
                JdkHttpFetcher http = new JdkHttpFetcher()) {
            stack.putOriginal("widgets/myimage.jpg", Stack.jpeg(1200, 900));
            run("check " + stack.cloud.website().url() + " --allow-http --original widgets/myimage.jpg --processor"
                    + " http://localhost:" + stack.service.port() + " --set keys.signing-secrets=" + signing);
            CheckCounts tally = new SmokeTest(checks.seen.getFirst(), http, System.out).run();
            assertThat(tally.failed()).isZero();
            assertThat(tally.passed()).isGreaterThan(18);
        }
    }

    private int run(String words) {
        return LatentCommand.run(checks, words.split(" "));
    }

    private static final class Checks implements Actions {
        private final List<Deployment> seen = new ArrayList<>();
        private boolean passes = true;

        @Override
        public void purge(List<PurgeScope> scopes, boolean dryRun, SettingSources said) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public void warm(SettingSources said) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public boolean check(Deployment deployment) {
            seen.add(deployment);
            return passes;
        }

        @Override
        public void serve(SettingSources said) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public void render(Path in, String key, Path out, SettingSources said) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public void plan(PlanOptions options, SettingSources said) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public AuditReport.Verdict audit(AuditOptions options, SettingSources said) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public boolean expire(ExpireOptions options, SettingSources said) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public boolean warm(WarmOptions options, SettingSources said) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public void prepare(SettingSources said) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public void playground(Path folder, List<String> originals, SettingSources said) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public void demo(DemoOptions options, SettingSources said) {
            throw new IllegalStateException("not asked for");
        }
    }
}

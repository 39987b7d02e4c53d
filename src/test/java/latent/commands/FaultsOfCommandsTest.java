package latent.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import latent.audit.AuditReport;
import latent.check.Deployment;
import latent.cli.Actions;
import latent.cli.AuditOptions;
import latent.cli.DemoOptions;
import latent.cli.ExpireOptions;
import latent.cli.LatentCommand;
import latent.cli.PlanOptions;
import latent.cli.WarmOptions;
import latent.config.ConfigurationException;
import latent.config.SettingSources;
import latent.purge.PurgeScope;
import latent.render.EngineUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command reports what the operator can change in one sentence, and a fault of the program with its stack trace. */
class FaultsOfCommandsTest {
    @Test
    void a_missing_engine_is_reported_in_one_sentence() {
        assertThat(said(new EngineUnavailable("there is no libvips")).strip()).isEqualTo("latent: there is no libvips");
    }

    @Test
    void a_fault_of_the_program_is_reported_with_its_stack_trace() {
        assertThat(said(new IllegalStateException("a fault")))
                .contains("a fault", "at latent.commands.FaultsOfCommandsTest");
    }

    @Test
    void serve_without_a_flag_fails_in_the_same_words_as_with_one() {
        for (RuntimeException failure : List.of(
                new EngineUnavailable("there is no libvips"), new UncheckedIOException(new IOException("port 80")))) {
            assertThat(said(failure, 1, "serve"))
                    .isEqualTo(said(failure, 1, "serve", "--set", "http.port=1"))
                    .startsWith("latent: ");
        }
        RuntimeException bad = new ConfigurationException(List.of("http.port is no port"));
        assertThat(said(bad, 2, "serve")).isEqualTo(said(bad, 2, "serve", "--set", "http.port=1"));
        assertThat(said(new IllegalStateException("a fault"), 1, "serve"))
                .contains("a fault", "at latent.commands.FaultsOfCommandsTest");
    }

    @Test
    void a_missing_or_unreadable_configuration_file_is_one_of_the_problems(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("latent.properties");
        assertThat(config("--config", missing.toString(), "--set", "http.port=99999"))
                .contains("2 problems", "there is no configuration file " + missing, "http.port=99999");
        assertThat(config("--config", folder.toString())).contains("1 problem:", folder + " cannot be read");
        Path torn = Files.writeString(folder.resolve("torn"), "http.port=\\u12");
        assertThat(config("--config", torn.toString())).contains("1 problem:", "no text of name=value lines");
        Path picture = Files.write(folder.resolve("picture"), new byte[] {(byte) 0xff, (byte) 0xd8});
        assertThat(config("--config", picture.toString())).contains("1 problem:", "no text of name=value lines");
    }

    private static String config(String... words) {
        String[] all = Stream.concat(Stream.of("config"), Stream.of(words)).toArray(String[]::new);
        return said(new IllegalStateException("not called"), 2, all);
    }

    private static String said(RuntimeException failure) {
        return said(failure, 1, "prepare");
    }

    private static String said(RuntimeException failure, int exit, String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(LatentCommand.run(new Failing(failure), words)).isEqualTo(exit);
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private record Failing(RuntimeException failure) implements Actions {
        @Override
        public void serve(SettingSources said) {
            throw failure;
        }

        @Override
        public void render(Path in, String key, Path out, SettingSources said) {
            throw failure;
        }

        @Override
        public void plan(PlanOptions options, SettingSources said) {
            throw failure;
        }

        @Override
        public AuditReport.Verdict audit(AuditOptions options, SettingSources said) {
            throw failure;
        }

        @Override
        public boolean expire(ExpireOptions options, SettingSources said) {
            throw failure;
        }

        @Override
        public boolean warm(WarmOptions options, SettingSources said) {
            throw failure;
        }

        @Override
        public void prepare(SettingSources said) {
            throw failure;
        }

        @Override
        public void purge(List<PurgeScope> scopes, boolean dryRun, SettingSources said) {
            throw failure;
        }

        @Override
        public void warm(SettingSources said) {
            throw failure;
        }

        @Override
        public boolean check(Deployment deployment) {
            throw failure;
        }

        @Override
        public void playground(Path folder, List<String> originals, SettingSources said) {
            throw failure;
        }

        @Override
        public void demo(DemoOptions options, SettingSources said) {
            throw failure;
        }
    }
}

package latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import latent.check.Deployment;
import latent.cli.Actions;
import latent.cli.DemoOptions;
import latent.cli.LatentCommand;
import latent.config.Sources;
import latent.render.EngineUnavailable;
import org.junit.jupiter.api.Test;

/** A sentence for what the operator can change, a trace for what we did wrong. */
class FaultsOfCommandsTest {
    @Test
    void an_engine_that_cannot_be_had_is_told_in_a_sentence() {
        assertThat(said(new EngineUnavailable("there is no libvips")).strip()).isEqualTo("latent: there is no libvips");
    }

    @Test
    void a_fault_of_ours_keeps_its_trace() {
        assertThat(said(new IllegalStateException("we are lost")))
                .contains("we are lost", "at latent.FaultsOfCommandsTest");
    }

    private static String said(RuntimeException failure) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(LatentCommand.run(new Failing(failure), "prepare")).isEqualTo(1);
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private record Failing(RuntimeException failure) implements Actions {
        @Override
        public void serve(Sources said) {
            throw failure;
        }

        @Override
        public void render(Path in, String key, Path out, Sources said) {
            throw failure;
        }

        @Override
        public void prepare(Sources said) {
            throw failure;
        }

        @Override
        public void warm(Sources said) {
            throw failure;
        }

        @Override
        public boolean check(Deployment deployment) {
            throw failure;
        }

        @Override
        public void demo(DemoOptions options, Sources said) {
            throw failure;
        }
    }
}

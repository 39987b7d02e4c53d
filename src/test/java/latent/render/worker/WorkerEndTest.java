package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a process ended, told from real processes. */
class WorkerEndTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kill -SEGV $$                                                            | CRASH
            kill -ABRT $$                                                            | CRASH
            exit 1                                                                   | CRASH
            exit 0                                                                   | CRASH
            kill -KILL $$                                                            | KILLED
            kill -TERM $$                                                            | KILLED
            exit 3                                                                   | MEMORY
            echo 'GLib-ERROR: gmem.c:106: failed to allocate 9 bytes' >&2; kill -TRAP $$ | MEMORY
            echo 'terminate called: std::bad_alloc' >&2; kill -ABRT $$               | MEMORY
            """)
    void a_worker_that_ends_by_itself_tells_why(String script, DeathCause cause) throws Exception {
        Process process = shell(script);
        StandardErrorTail words = new StandardErrorTail(process.getErrorStream());
        WorkerEnd end = new WorkerEnd(process, words);
        assertThat(end.cause()).isEqualTo(cause);
        assertThat(end.sentence()).contains(cause.what());
    }

    @Test
    void a_worker_that_we_end_was_not_killed_from_outside_and_the_first_reason_stands() throws Exception {
        Process process = shell("sleep 60");
        WorkerEnd end = new WorkerEnd(process, new StandardErrorTail(process.getErrorStream()));
        end.by(DeathCause.PROCESSOR_TIME);
        end.by(DeathCause.RETIRED);
        assertThat(end.cause()).isEqualTo(DeathCause.PROCESSOR_TIME);
    }

    @Test
    void a_worker_that_was_gone_before_we_ended_it_ended_by_itself() throws Exception {
        Process process = shell("kill -SEGV $$");
        process.waitFor();
        WorkerEnd end = new WorkerEnd(process, new StandardErrorTail(process.getErrorStream()));
        end.by(DeathCause.RETIRED);
        assertThat(end.cause()).isEqualTo(DeathCause.CRASH);
    }

    private static Process shell(String script) throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "no shell");
        return new ProcessBuilder("/bin/sh", "-c", script).start();
    }
}

package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import latent.kit.Eventually;
import latent.metrics.Meters;
import latent.render.RenderSettings;
import latent.render.vips.LibvipsHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order workers start. */
class WorkerSupervisorTest {
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    private Path folder;

    @Test
    void the_first_worker_is_alone_until_a_request_finds_no_idle_one() throws Exception {
        try (WorkerSupervisor supervisor = supervisor()) {
            supervisor.start(LONG);
            WorkerProcess first = supervisor.take(LONG).orElseThrow();
            supervisor.giveBack(first);
            assertThat(supervisor.take(LONG)).containsSame(first);
            assertThat(processes()).isEqualTo(1);

            WorkerProcess second = supervisor.take(LONG).orElseThrow();
            assertThat(second).isNotSameAs(first);
            Eventually.until("all are there", () -> supervisor.pids().size() == 2 + WorkerSlots.SPARES);
        }
    }

    @Test
    void the_others_follow_by_themselves() throws Exception {
        try (WorkerSupervisor supervisor = supervisor()) {
            supervisor.start(Duration.ofMillis(1));
            Eventually.until("all are there", () -> supervisor.pids().size() == 2 + WorkerSlots.SPARES);
        }
    }

    @Test
    void a_first_worker_that_dies_while_it_is_alone_is_replaced() throws Exception {
        try (WorkerSupervisor supervisor = supervisor()) {
            supervisor.start(LONG);
            long first = supervisor.pids().getFirst();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            Eventually.until(
                    "another is there",
                    () -> supervisor.pids().size() == 1 && supervisor.pids().getFirst() != first);
        }
    }

    /** Of two renders at a time, from a jar of their own, by which their processes are known. */
    private WorkerSupervisor supervisor() throws Exception {
        Path library = LibvipsHere.orSkip();
        Path jar = Files.copy(WorkersHere.jar(), folder.resolve("latent.jar"));
        WorkerArguments arguments = new WorkerArguments(library, RenderSettings.DEFAULT, 1L << 30, true, false);
        WorkerCommand command = new WorkerCommand(jar, Optional.empty(), arguments);
        return new WorkerSupervisor(command, 2, 256L << 20, new WorkerRecords(new Meters()));
    }

    private long processes() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(folder.toString()))
                .count();
    }
}

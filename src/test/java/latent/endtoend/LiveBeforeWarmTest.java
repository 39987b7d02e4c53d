package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.kit.Eventually;
import latent.kit.Needs;
import latent.kit.PackedProgram;
import org.junit.jupiter.api.Test;

/** A processor and a warm worker on one machine: what they ask the kernel for, which then gives the processor its time first. */
class LiveBeforeWarmTest extends WarmSetUp {
    private static final int NICER = 10;
    private static final int NICEST = 19;

    /** Of the words after the name in {@code /proc/PID/stat}. */
    private static final int NICE = 16;

    @Test
    void the_renderers_of_a_warm_worker_give_way_and_those_of_a_processor_do_not() throws Exception {
        Needs.present(Optional.of(Path.of("/proc/self/stat")).filter(Files::exists), "Linux", "run the tests on Linux");
        int here = nice(Path.of("/proc/self"));
        Process live = packed("serve", Map.of());
        Process warm = packed("warm", Map.of("warm.queue", queue.url(), "purge.distributions", distribution));
        for (Process process : List.of(live, warm)) {
            Eventually.until(
                    "its renderers are there", () -> !renderers(process).isEmpty() || !process.isAlive());
        }
        int gives = Math.min(NICEST, here + NICER);
        assertThat(renderers(warm)).isNotEmpty().allMatch(nice -> nice == gives);
        assertThat(renderers(live)).isNotEmpty().allMatch(nice -> nice == here);
        List<ProcessHandle> first = warm.toHandle().children().toList();
        first.forEach(ProcessHandle::destroyForcibly);
        Eventually.until(
                "they are replaced",
                () -> warm.toHandle().children().anyMatch(child -> !first.contains(child)) || !warm.isAlive());
        assertThat(renderers(warm)).isNotEmpty().allMatch(nice -> nice == gives);
        assertThat(nice(Path.of("/proc", Long.toString(warm.pid()))))
                .as("what starts them, and stores what they make, does not")
                .isEqualTo(here);
    }

    private Process packed(String command, Map<String, String> settings) throws Exception {
        Process process = new ProcessBuilder(PackedProgram.command(
                        command, stack.between.url(), settings, "-D" + CLOUD_FRONT + "=" + aws.url))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        workers.add(process::destroyForcibly);
        return process;
    }

    private static List<Integer> renderers(Process process) {
        return process.toHandle()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(child -> nice(Path.of("/proc", Long.toString(child.pid()))))
                .toList();
    }

    private static int nice(Path process) {
        String stat = read(process.resolve("stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICE]);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import latent.config.SettingSources;
import latent.kit.Eventually;
import latent.kit.S3Settings;
import latent.kit.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that fails leaves nothing open. */
class CloserTest {
    @Test
    void what_was_opened_before_a_step_failed_is_closed_in_the_opposite_order() {
        List<String> closed = new ArrayList<>();
        assertThatThrownBy(() -> Closer.opening(opened -> {
                    opened.add(() -> closed.add("first"));
                    opened.add(() -> {
                        closed.add("second");
                        throw new IllegalStateException("cannot be closed");
                    });
                    throw new IllegalArgumentException("third cannot be opened");
                }))
                .hasMessage("third cannot be opened");
        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void a_port_in_use_leaves_no_thread_behind(@TempDir Path data) throws Exception {
        try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr"));
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Callable<Service> start = () -> Service.start(new SettingSources()
                    .with(
                            S3Settings.of(
                                    stack.between.url(),
                                    "render.engine",
                                    "imgscalr",
                                    "http.host",
                                    "127.0.0.1",
                                    "http.port",
                                    Integer.toString(taken.getLocalPort())),
                            "test")
                    .read());
            assertThatThrownBy(start::call)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("is in use");
            // A group has the threads that its threads start, and none of the classes that run beside this one.
            ThreadGroup started = new ThreadGroup("of the starts");
            for (int i = 0; i < 20; i++) {
                FutureTask<Service> failing = new FutureTask<>(start);
                new Thread(started, failing).start();
                assertThatThrownBy(failing::get).hasCauseInstanceOf(UncheckedIOException.class);
            }
            Eventually.until("no thread of a failed start is left", () -> started.activeCount() == 0);
        }
    }
}

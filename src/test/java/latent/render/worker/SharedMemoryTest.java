package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Both sides in one process, which to the system is like any other. */
@EnabledOnOs(OS.LINUX)
class SharedMemoryTest {
    private final SharedMemory inbox = SharedMemory.open();

    @Test
    void what_is_put_on_the_tray_lies_in_the_inbox_until_it_is_emptied() throws IOException {
        MemorySegment contents = inbox.contents().orElseThrow().asSlice(0, 3);
        try (SharedMemoryWriter tray =
                SharedMemoryWriter.of(ProcessHandle.current().pid(), inbox.descriptor())) {
            assertThat(tray.put(new byte[] {1, 2, 3})).isTrue();
            assertThat(contents.toArray(ValueLayout.JAVA_BYTE)).containsExactly(1, 2, 3);
            tray.empty();
            assertThat(contents.toArray(ValueLayout.JAVA_BYTE)).containsExactly(0, 0, 0);
            assertThat(tray.put(new byte[] {4})).isTrue();
            assertThat(contents.toArray(ValueLayout.JAVA_BYTE)).containsExactly(4, 0, 0);
        }
    }

    @Test
    void what_is_larger_than_the_inbox_goes_another_way() throws IOException {
        try (SharedMemoryWriter tray =
                SharedMemoryWriter.of(ProcessHandle.current().pid(), inbox.descriptor())) {
            assertThat(tray.put(new byte[(int) SharedMemory.BYTES + 1])).isFalse();
        }
    }

    @Test
    void without_an_inbox_everything_goes_another_way() throws IOException {
        assertThat(SharedMemoryWriter.of(ProcessHandle.current().pid(), OptionalInt.empty())
                        .put(new byte[] {1}))
                .isFalse();
    }
}

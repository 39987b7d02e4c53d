package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Writer and reader in one process; the system treats them like two. */
@EnabledOnOs(OS.LINUX)
class SharedMemoryTest {
    private final SharedMemory memory = SharedMemory.open();

    @Test
    void what_is_written_is_seen_by_the_reader_until_it_is_cleared() throws IOException {
        MemorySegment contents = memory.contents().orElseThrow().asSlice(0, 3);
        try (SharedMemoryWriter writer =
                SharedMemoryWriter.of(ProcessHandle.current().pid(), memory.descriptor())) {
            assertThat(writer.put(new byte[] {1, 2, 3})).isTrue();
            assertThat(contents.toArray(ValueLayout.JAVA_BYTE)).containsExactly(1, 2, 3);
            writer.empty();
            assertThat(contents.toArray(ValueLayout.JAVA_BYTE)).containsExactly(0, 0, 0);
            assertThat(writer.put(new byte[] {4})).isTrue();
            assertThat(contents.toArray(ValueLayout.JAVA_BYTE)).containsExactly(4, 0, 0);
        }
    }

    @Test
    void a_file_larger_than_the_shared_memory_is_not_taken() throws IOException {
        try (SharedMemoryWriter writer =
                SharedMemoryWriter.of(ProcessHandle.current().pid(), memory.descriptor())) {
            assertThat(writer.put(new byte[(int) SharedMemory.BYTES + 1])).isFalse();
        }
    }

    @Test
    void without_shared_memory_no_file_is_taken() throws IOException {
        assertThat(SharedMemoryWriter.of(ProcessHandle.current().pid(), OptionalInt.empty())
                        .put(new byte[] {1}))
                .isFalse();
    }
}

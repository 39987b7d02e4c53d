package latent.render.worker;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The sandbox that a worker puts itself into before its first job, and cannot leave. On Linux (x64, arm64) all of it holds without any privilege, in
 * a container too: memory by {@code RLIMIT_AS}; files, network, other programs and other processes by a seccomp filter, which answers {@code EACCES}.
 * That the files are shut matters most: {@code /proc/<parent>/environ} would show a worker the processor's AWS credentials, although its own
 * environment is empty. What a system refuses does not hold there, and {@link #shut} says so: AWS Lambda may refuse any of it, other systems than
 * Linux know none of it.
 */
final class Sandbox {
    private static final int RLIMIT_FSIZE = 1;
    private static final int RLIMIT_CORE = 4;
    private static final int RLIMIT_AS = 9;
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int SECCOMP_SET_MODE_FILTER = 1;
    private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;

    private static final int LOAD_WORD = 0x20;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;
    private static final int ALLOW = 0x7fff0000;
    private static final int REFUSE_EACCES = 0x00050000 | 13;
    private static final int OFFSET_OF_NUMBER = 0;
    private static final int OFFSET_OF_ARCHITECTURE = 4;
    /** x64 has a second numbering, from here on, that would go round the list. */
    private static final int X32 = 0x40000000;

    private static final String MEMORY = "memory";
    private static final String NETWORK = "network";
    private static final String PROGRAMS = "programs";
    private static final String FILES = "files";

    private Sandbox() {}

    /** What is to hold, where the system grants it. */
    static List<String> limits(boolean files) {
        return files ? List.of(MEMORY, NETWORK, PROGRAMS, FILES) : List.of(MEMORY, NETWORK, PROGRAMS);
    }

    /**
     * Puts this process into the sandbox.
     *
     * @param memoryBytes how much address space it may take on top of what it has now
     * @param files       also shut the opening of files; needs every class in an archive that is open already
     * @return what holds from now on: some of {@link #limits}
     */
    static List<String> shut(long memoryBytes, boolean files) {
        List<String> holds = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            if (System.getProperty("os.name", "").equals("Linux")) {
                limit(arena, RLIMIT_CORE, 0);
                limit(arena, RLIMIT_FSIZE, SharedMemory.BYTES); // its memory is not address space
                OptionalLong now = addressSpaceBytes();
                if (now.isPresent() && limit(arena, RLIMIT_AS, now.getAsLong() + memoryBytes)) {
                    holds.add(MEMORY);
                }
            }
            SystemCalls.ofThisMachine().ifPresent(calls -> {
                if (Libc.prctl(PR_SET_NO_NEW_PRIVS, 1) && filter(arena, calls, files)) {
                    holds.add(NETWORK);
                    holds.add(PROGRAMS);
                    if (files) {
                        holds.add(FILES);
                    }
                }
            });
        }
        return holds;
    }

    private static boolean limit(Arena arena, int resource, long bytes) {
        return Libc.setrlimit(
                resource, arena.allocateFrom(JAVA_LONG, bytes, bytes).address());
    }

    private static OptionalLong addressSpaceBytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String size =
                    lines.filter(line -> line.startsWith("VmSize:")).findFirst().orElseThrow();
            return OptionalLong.of(Long.parseLong(size.replaceAll("[^0-9]", "")) * 1024);
        } catch (IOException noProc) {
            return OptionalLong.empty();
        }
    }

    /** A BPF program over the number of each system call, for all threads at once. */
    static boolean filter(Arena arena, SystemCalls calls, boolean files) {
        int[] refused = calls.refused(files);
        int refuse = refused.length + 5;
        long[] program = new long[refuse + 1];
        program[0] = instruction(LOAD_WORD, 0, 0, OFFSET_OF_ARCHITECTURE);
        program[1] = instruction(JUMP_IF_EQUAL, 0, refuse - 2, calls.architecture());
        program[2] = instruction(LOAD_WORD, 0, 0, OFFSET_OF_NUMBER);
        program[3] = instruction(JUMP_IF_AT_LEAST, refuse - 4, 0, X32);
        for (int i = 0; i < refused.length; i++) {
            program[4 + i] = instruction(JUMP_IF_EQUAL, refuse - 5 - i, 0, refused[i]);
        }
        program[refuse - 1] = instruction(RETURN, 0, 0, ALLOW);
        program[refuse] = instruction(RETURN, 0, 0, REFUSE_EACCES);

        MemorySegment header = arena.allocate(16, 8);
        header.set(JAVA_SHORT, 0, (short) program.length);
        header.set(ADDRESS, 8, arena.allocateFrom(JAVA_LONG, program));
        return Libc.seccomp(calls.seccomp(), SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, header.address());
    }

    /** {@code struct sock_filter}: how many instructions to skip when the test holds, how many when it fails. Little-endian machines only. */
    private static long instruction(int code, int whenTrue, int whenFalse, int operand) {
        return code | (long) whenTrue << 16 | (long) whenFalse << 24 | (long) operand << 32;
    }
}

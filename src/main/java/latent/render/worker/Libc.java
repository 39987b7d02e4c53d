package latent.render.worker;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.OptionalInt;

/**
 * The few calls to Linux with which a worker gets its inbox and shuts itself in; true when it was granted. Bound in the shape in which libvips
 * is, for the same reason: a further shape would take 6 ms of a worker's start.
 */
@SuppressWarnings("restricted") // binding a C function is what this file is for
final class Libc {
    private static final FunctionDescriptor SIX_WORDS =
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private static final boolean LINUX = System.getProperty("os.name", "").equals("Linux");
    private static final int READ_AND_WRITE = 3;
    private static final int SHARED = 1;
    private static final int CLOSE_ON_EXEC = 1;

    private Libc() {}

    /** {@code setrlimit(2)}; at {@code limits} stand the soft and the hard one. */
    static boolean setrlimit(int resource, long limits) {
        return call("setrlimit", resource, limits, 0, 0) == 0;
    }

    /** {@code prctl(2)} with one argument and zeros in the places of the rest, as the kernel wants it. */
    static boolean prctl(int option, long argument) {
        return call("prctl", option, argument, 0, 0) == 0;
    }

    /** {@code seccomp(2)}, for which C has no function of its own. */
    static boolean seccomp(int number, int operation, int flags, long program) {
        return call("syscall", number, operation, flags, program) == 0;
    }

    /**
     * A file without a name, in memory ({@code memfd_create(2)}), full of zeros that are not there yet.
     *
     * @return its descriptor; empty where there is no such thing
     */
    static OptionalInt memoryFile(long bytes) {
        if (!LINUX || Linker.nativeLinker().defaultLookup().find("memfd_create").isEmpty()) {
            return OptionalInt.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            int fd = call("memfd_create", arena.allocateFrom("original").address(), CLOSE_ON_EXEC, 0, 0);
            boolean whole = fd >= 0 && call("ftruncate", fd, bytes, 0, 0) == 0;
            return whole ? OptionalInt.of(fd) : OptionalInt.empty();
        }
    }

    /** What stands in a file, as memory. */
    static MemorySegment map(int fd, long bytes) {
        long address = word("mmap", 0, bytes, READ_AND_WRITE, SHARED, fd);
        if (address == -1) {
            throw new OutOfMemoryError("no room for " + bytes + " bytes");
        }
        return MemorySegment.ofAddress(address).reinterpret(bytes);
    }

    private static int call(String name, long a, long b, long c, long d) {
        return (int) word(name, a, b, c, d, 0);
    }

    private static long word(String name, long a, long b, long c, long d, long e) {
        Linker linker = Linker.nativeLinker();
        MethodHandle function = linker.downcallHandle(linker.defaultLookup().findOrThrow(name), SIX_WORDS);
        try {
            return (long) function.invokeExact(a, b, c, d, e, 0L);
        } catch (Throwable wrongShape) {
            throw new AssertionError(wrongShape);
        }
    }
}

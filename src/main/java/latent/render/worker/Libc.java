package latent.render.worker;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The few calls to Linux with which a worker shuts itself in and keeps itself small; true when it was granted. Bound in the shape in which libvips is, for the same
 * reason: a further shape would take 6 ms of a worker's start.
 */
@SuppressWarnings("restricted") // binding a C function is what this file is for
final class Libc {
    private static final FunctionDescriptor SIX_WORDS =
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private static final boolean LINUX = System.getProperty("os.name", "").equals("Linux");
    private static final int READ_AND_WRITE = 3;
    private static final int PRIVATE_AND_ANONYMOUS = 0x22;
    private static final int MADV_DONTNEED = 4;

    private Libc() {}

    /** {@code setrlimit(2)}; at {@code limits} stand the soft and the hard one. */
    static boolean setrlimit(int resource, long limits) {
        return call("setrlimit", resource, limits, 0, 0) == 0;
    }

    /** {@code prctl(2)} with one argument and zeros in the places of the rest, as the kernel wants it. */
    static boolean prctl(int option, long argument) {
        return call("prctl", option, argument, 0, 0) == 0;
    }

    /** {@code fcntl(2)} with a whole number. */
    static boolean fcntl(int fd, int command, int argument) {
        return call("fcntl", fd, command, argument, 0) >= 0;
    }

    /** {@code seccomp(2)}, for which C has no function of its own. */
    static boolean seccomp(int number, int operation, int flags, long program) {
        return call("syscall", number, operation, flags, program) == 0;
    }

    /** Memory of its own that is only there once it is written to; from the heap where the system is not Linux. */
    static MemorySegment map(long bytes) {
        if (!LINUX) {
            return Arena.global().allocate(bytes);
        }
        long address = word("mmap", 0, bytes, READ_AND_WRITE, PRIVATE_AND_ANONYMOUS, -1);
        if (address == -1) {
            throw new OutOfMemoryError("no room for " + bytes + " bytes");
        }
        return MemorySegment.ofAddress(address).reinterpret(bytes);
    }

    /** Forgets what stands in mapped memory and gives it back until it is written to again. */
    static void forget(MemorySegment mapped) {
        if (LINUX) {
            call("madvise", mapped.address(), mapped.byteSize(), MADV_DONTNEED, 0);
        }
    }

    /** Gives back what C has freed; only glibc has to be told. */
    static void trim() {
        if (Linker.nativeLinker().defaultLookup().find("malloc_trim").isPresent()) {
            call("malloc_trim", 0, 0, 0, 0);
        }
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

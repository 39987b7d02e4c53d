package latent.render.worker;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.OptionalInt;
import latent.render.nativecall.NativeFunction;

/**
 * The calls to Linux with which a worker gets its shared memory and gives up rights that it does not need. A method that returns a boolean says
 * whether the kernel granted it.
 */
@SuppressWarnings("restricted") // the kernel alone says where the memory lies
final class Libc {
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
        if (!LINUX || NativeFunction.ofTheProcess("memfd_create").isEmpty()) {
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
        return NativeFunction.ofTheProcess(name).orElseThrow().call(a, b, c, d, e);
    }
}

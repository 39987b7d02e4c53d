package latent.render.worker;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * The few calls to Linux with which a worker shuts itself in; true when it was granted. Bound in the shape in which libvips is, for the same
 * reason: a further shape would take 6 ms of a worker's start.
 */
@SuppressWarnings("restricted") // binding a C function is what this file is for
final class Libc {
    private static final FunctionDescriptor SIX_WORDS =
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

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

    private static int call(String name, long a, long b, long c, long d) {
        Linker linker = Linker.nativeLinker();
        MethodHandle function = linker.downcallHandle(linker.defaultLookup().findOrThrow(name), SIX_WORDS);
        try {
            return (int) (long) function.invokeExact(a, b, c, d, 0L, 0L);
        } catch (Throwable wrongShape) {
            throw new AssertionError(wrongShape);
        }
    }
}

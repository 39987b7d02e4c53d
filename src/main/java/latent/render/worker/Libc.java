package latent.render.worker;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The few calls to the operating system with which a worker shuts itself in; true when it was granted. */
@SuppressWarnings("restricted") // binding C functions is what this file is for
final class Libc {
    private Libc() {}

    /** {@code setrlimit(2)}; {@code limits} holds the soft and the hard one. */
    static boolean setrlimit(int resource, MemorySegment limits) {
        MethodHandle function = bind("setrlimit", 2, JAVA_INT, JAVA_INT, ADDRESS);
        return granted(() -> (int) function.invokeExact(resource, limits));
    }

    /** {@code prctl(2)} with one argument; the kernel wants zeros in the places of the rest. */
    static boolean prctl(int option, long argument) {
        MethodHandle function = bind("prctl", 1, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
        return granted(() -> (int) function.invokeExact(option, argument, 0L, 0L, 0L));
    }

    /** {@code fcntl(2)} with a whole number, which returns one. */
    static boolean fcntl(int fd, int command, int argument) {
        MethodHandle function = bind("fcntl", 2, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        return granted(() -> (int) function.invokeExact(fd, command, argument) < 0 ? -1 : 0);
    }

    /** {@code seccomp(2)}, for which C has no function of its own. */
    static boolean seccomp(long number, long operation, long flags, MemorySegment program) {
        MethodHandle function = bind("syscall", 1, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS);
        return granted(() -> (int) (long) function.invokeExact(number, operation, flags, program));
    }

    private interface Call {
        int now() throws Throwable;
    }

    private static boolean granted(Call call) {
        try {
            return call.now() == 0;
        } catch (Throwable wrongShape) {
            throw new AssertionError(wrongShape);
        }
    }

    private static MethodHandle bind(String name, int fixedArguments, MemoryLayout result, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor shape = FunctionDescriptor.of(result, arguments);
        return fixedArguments == arguments.length
                ? linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape)
                : linker.downcallHandle(
                        linker.defaultLookup().findOrThrow(name),
                        shape,
                        Linker.Option.firstVariadicArg(fixedArguments));
    }
}

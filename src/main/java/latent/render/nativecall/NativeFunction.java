package latent.render.nativecall;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * One C function of libvips, GLib or the C library, called with up to six arguments, each a pointer or a whole number, as is the result.
 *
 * <p>All are bound in one shape, six 64-bit words in and one out, whatever the signature says: linking a shape takes 6 ms, two dozen of
 * them would take a worker longer than all else that it does to be ready. It is sound on the machines that libvips comes for: System V on x64 and
 * AAPCS64 pass the first six such arguments in a register each, a function reads the registers and the halves of them that its own
 * signature names, and the caller cleans up.
 */
@SuppressWarnings("restricted") // binding a C function is what this file is for
public record NativeFunction(MethodHandle handle) {
    private static final FunctionDescriptor SIX_WORDS =
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /**
     * A function of a loaded library.
     *
     * @throws java.util.NoSuchElementException when the library has no function of this name
     */
    public static NativeFunction bind(SymbolLookup library, String name) {
        return new NativeFunction(Linker.nativeLinker().downcallHandle(library.findOrThrow(name), SIX_WORDS));
    }

    /** A function of the C library that the process itself is linked with; empty where it has no such function. */
    public static Optional<NativeFunction> ofTheProcess(String name) {
        SymbolLookup process = Linker.nativeLinker().defaultLookup();
        return process.find(name).map(address -> bind(process, name));
    }

    /** A function of the kind {@code f(object, name, ...)}; on Apple's ARM the arguments after the named ones go another way. */
    public static NativeFunction bindVariadic(SymbolLookup library, String name) {
        return new NativeFunction(Linker.nativeLinker()
                .downcallHandle(library.findOrThrow(name), SIX_WORDS, Linker.Option.firstVariadicArg(2)));
    }

    /** The result, all 64 bits of it. */
    public long call(long a, long b, long c, long d, long e, long f) {
        try {
            return (long) handle.invokeExact(a, b, c, d, e, f);
        } catch (Throwable wrongShape) {
            throw new AssertionError(wrongShape);
        }
    }

    public long call(long a, long b, long c, long d, long e) {
        return call(a, b, c, d, e, 0);
    }

    public long call(long a, long b, long c, long d) {
        return call(a, b, c, d, 0, 0);
    }

    public long call(long a, long b, long c) {
        return call(a, b, c, 0);
    }

    public long call(long a, long b) {
        return call(a, b, 0, 0);
    }

    public long call(long a) {
        return call(a, 0, 0, 0);
    }

    public long call() {
        return call(0, 0, 0, 0);
    }

    /** The result of a function that returns an int: the other half of the register means nothing. */
    public int number(long a) {
        return (int) call(a);
    }

    /** True when a function that returns an int says 0, which is libvips' word for success. */
    public boolean succeeds(long a, long b, long c, long d) {
        return (int) call(a, b, c, d) == 0;
    }
}

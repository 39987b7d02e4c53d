package latent.render.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** One C function of libvips or GLib, and the few shapes in which they are called. */
@SuppressWarnings("restricted") // binding a C function is what this file is for
record Symbol(MethodHandle handle) {
    static final FunctionDescriptor RUN = FunctionDescriptor.ofVoid();
    static final FunctionDescriptor RUN_INT = FunctionDescriptor.ofVoid(JAVA_INT);
    static final FunctionDescriptor RUN_POINTER = FunctionDescriptor.ofVoid(ADDRESS);
    static final FunctionDescriptor RUN_POINTER_INT = FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT);
    static final FunctionDescriptor RUN_3_POINTERS = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS);
    static final FunctionDescriptor RUN_4_POINTERS = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    static final FunctionDescriptor RUN_2_POINTERS_INT = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT);
    static final FunctionDescriptor INT_INT = FunctionDescriptor.of(JAVA_INT, JAVA_INT);
    static final FunctionDescriptor INT_POINTER = FunctionDescriptor.of(JAVA_INT, ADDRESS);
    static final FunctionDescriptor INT_2_POINTERS = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
    static final FunctionDescriptor INT_3_POINTERS = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    static final FunctionDescriptor INT_4_POINTERS =
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    static final FunctionDescriptor POINTER = FunctionDescriptor.of(ADDRESS);
    static final FunctionDescriptor POINTER_POINTER = FunctionDescriptor.of(ADDRESS, ADDRESS);
    static final FunctionDescriptor POINTER_POINTER_INT = FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT);
    static final FunctionDescriptor POINTER_2_POINTERS = FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS);
    static final FunctionDescriptor POINTER_2_POINTERS_LONG =
            FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);

    static Symbol bind(SymbolLookup library, String name, FunctionDescriptor shape, Linker.Option... options) {
        return new Symbol(Linker.nativeLinker().downcallHandle(library.findOrThrow(name), shape, options));
    }

    void run() {
        calling(() -> {
            handle.invokeExact();
            return 0;
        });
    }

    void run(int a) {
        calling(() -> {
            handle.invokeExact(a);
            return 0;
        });
    }

    void run(MemorySegment a) {
        calling(() -> {
            handle.invokeExact(a);
            return 0;
        });
    }

    void run(MemorySegment a, int b) {
        calling(() -> {
            handle.invokeExact(a, b);
            return 0;
        });
    }

    void run(MemorySegment a, MemorySegment b, int c) {
        calling(() -> {
            handle.invokeExact(a, b, c);
            return 0;
        });
    }

    void run(MemorySegment a, MemorySegment b, MemorySegment c) {
        calling(() -> {
            handle.invokeExact(a, b, c);
            return 0;
        });
    }

    void run(MemorySegment a, MemorySegment b, MemorySegment c, MemorySegment d) {
        calling(() -> {
            handle.invokeExact(a, b, c, d);
            return 0;
        });
    }

    int toInt(int a) {
        return calling(() -> (int) handle.invokeExact(a));
    }

    int toInt(MemorySegment a) {
        return calling(() -> (int) handle.invokeExact(a));
    }

    int toInt(MemorySegment a, MemorySegment b) {
        return calling(() -> (int) handle.invokeExact(a, b));
    }

    int toInt(MemorySegment a, MemorySegment b, MemorySegment c) {
        return calling(() -> (int) handle.invokeExact(a, b, c));
    }

    int toInt(MemorySegment a, MemorySegment b, MemorySegment c, MemorySegment d) {
        return calling(() -> (int) handle.invokeExact(a, b, c, d));
    }

    MemorySegment toPointer() {
        return calling(() -> (MemorySegment) handle.invokeExact());
    }

    MemorySegment toPointer(MemorySegment a) {
        return calling(() -> (MemorySegment) handle.invokeExact(a));
    }

    MemorySegment toPointer(MemorySegment a, int b) {
        return calling(() -> (MemorySegment) handle.invokeExact(a, b));
    }

    MemorySegment toPointer(MemorySegment a, MemorySegment b) {
        return calling(() -> (MemorySegment) handle.invokeExact(a, b));
    }

    MemorySegment toPointer(MemorySegment a, MemorySegment b, long c) {
        return calling(() -> (MemorySegment) handle.invokeExact(a, b, c));
    }

    private interface Call<T> {
        T now() throws Throwable;
    }

    /** C functions throw nothing: what is caught here is a symbol called in another shape than it was bound with. */
    private static <T> T calling(Call<T> call) {
        try {
            return call.now();
        } catch (Throwable wrongShape) {
            throw new AssertionError(wrongShape);
        }
    }
}

package latent.render.vips;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Functions that C calls, from threads of libvips: they depend on no thread, and must throw nothing. Both functions have four arguments, each a
 * pointer or a whole number, and are bound in one shape, as {@link latent.render.nativecall.NativeFunction} explains.
 */
@SuppressWarnings("restricted") // giving C a function is what this file is for
final class Callbacks {
    private static final FunctionDescriptor FOUR_WORDS =
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private static final MethodType SHAPE =
            MethodType.methodType(long.class, long.class, long.class, long.class, long.class);

    private final Map<Long, WatchedSource> sources = new ConcurrentHashMap<>();
    private final AtomicLong names = new AtomicLong();
    private final DecoderMessages messages;
    private final long read = address("read");
    private final long log = address("log");

    Callbacks(DecoderMessages messages) {
        this.messages = messages;
    }

    /** Address of a {@code GLogFunc}. */
    long log() {
        return log;
    }

    /** Address of a function for the signal {@code read} of {@code VipsSourceCustom}, whose data is the name of a source. */
    long read() {
        return read;
    }

    /** Makes a source known; its name. */
    long add(WatchedSource source) {
        long name = names.incrementAndGet();
        sources.put(name, source);
        return name;
    }

    void remove(long name) {
        sources.remove(name);
    }

    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // libvips calls it; its shape is that of all callbacks
    private long read(long gobject, long buffer, long length, long name) {
        WatchedSource source = sources.get(name);
        return source == null ? -1 : source.read(buffer, length);
    }

    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // libvips calls it; its shape is that of all callbacks
    private long log(long domain, long level, long text, long data) {
        try {
            messages.note(
                    MemorySegment.ofAddress(text).reinterpret(Integer.MAX_VALUE).getString(0));
        } catch (RuntimeException notText) {
            // a message that cannot be read is none of libjpeg's
        }
        return 0;
    }

    private long address(String method) {
        try {
            MethodHandle handle = MethodHandles.lookup().bind(this, method, SHAPE);
            return Linker.nativeLinker()
                    .upcallStub(handle, FOUR_WORDS, Arena.global())
                    .address();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a callback of ours is not there", e);
        }
    }
}

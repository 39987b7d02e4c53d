package latent.render.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * One call of a libvips operation by its name and the names of its arguments, as {@code vips --help} lists them. Numbers, switches and
 * enumerations are set from text, as the vips command line does; pictures and blobs as GObject properties. It ends with the call of
 * {@link #picture}, {@link #bytes} or {@link #numbers}. Each step throws {@link VipsException} when libvips refuses.
 */
final class Operation {
    private final Session session;
    private final Libvips vips;
    private final long operation;

    Operation(Session session, String name) {
        this.session = session;
        this.vips = session.vips();
        this.operation = vips.operationNew.call(session.text(name));
        if (operation == 0) {
            throw new VipsException(vips.lastError());
        }
    }

    Operation with(String argument, Object value) {
        if ((int) vips.setFromText.call(operation, session.text(argument), session.text(value.toString())) != 0) {
            throw failed();
        }
        return this;
    }

    Operation with(String argument, Picture picture) {
        return withObject(argument, picture.handle());
    }

    /** Bytes that outlive the session's pictures. */
    Operation with(String argument, MemorySegment bytes) {
        long blob = vips.blobNew.call(0, bytes.address(), bytes.byteSize());
        withObject(argument, blob);
        vips.areaUnref.call(blob);
        return this;
    }

    /** Something of GLib's, of the type that the argument has. */
    Operation withObject(String argument, long object) {
        vips.setProperty.call(operation, session.text(argument), object, 0);
        return this;
    }

    /** Calls; the result is a picture that has yet to be computed. */
    Picture picture() {
        long built = build();
        Picture out = session.adopt(output(built, "out").get(JAVA_LONG, 0));
        release(built);
        return out;
    }

    /** Calls a saver, which computes; the encoded file. */
    @SuppressWarnings("restricted") // libvips says how long it is
    byte[] bytes() {
        long built = build();
        long blob = output(built, "buffer").get(JAVA_LONG, 0);
        MemorySegment size = session.arena().allocate(JAVA_LONG);
        long start = vips.blobGet.call(blob, size.address());
        byte[] bytes = MemorySegment.ofAddress(start)
                .reinterpret(size.get(JAVA_LONG, 0))
                .toArray(JAVA_BYTE);
        vips.areaUnref.call(blob);
        release(built);
        return bytes;
    }

    /** Calls; whole-numbered results in the order of their names. */
    int[] numbers(String... names) {
        long built = build();
        int[] numbers = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            numbers[i] = output(built, names[i]).get(JAVA_INT, 0);
        }
        release(built);
        return numbers;
    }

    private long build() {
        MemorySegment place = session.arena().allocateFrom(JAVA_LONG, operation);
        if (vips.build.number(place.address()) != 0) {
            throw failed();
        }
        return place.get(JAVA_LONG, 0);
    }

    private MemorySegment output(long built, String name) {
        MemorySegment place = session.arena().allocate(JAVA_LONG);
        vips.getProperty.call(built, session.text(name), place.address(), 0);
        return place;
    }

    private VipsException failed() {
        release(operation);
        return new VipsException(vips.lastError());
    }

    private void release(long built) {
        vips.unrefOutputs.call(built);
        vips.unref.call(built);
    }
}

package latent.render.vips;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * One call of a libvips operation by its name and the names of its arguments, as {@code vips --help} lists them. Numbers, switches and
 * enumerations are set from text, as the vips command line does; pictures and blobs as GObject properties. It ends with the call of
 * {@link #picture}, {@link #bytes} or {@link #numbers}, each of which throws {@link VipsException} when libvips refuses.
 */
@SuppressWarnings("restricted") // what libvips returns has the size that libvips says
final class Operation {
    private final Session session;
    private final Libvips vips;
    private final Arena arena;
    private final MemorySegment operation;

    Operation(Session session, String name) {
        this.session = session;
        this.vips = session.vips();
        this.arena = session.arena();
        this.operation = vips.operationNew.toPointer(arena.allocateFrom(name));
        if (operation.equals(NULL)) {
            throw new VipsException(vips.lastError());
        }
    }

    Operation with(String argument, Object value) {
        MemorySegment name = arena.allocateFrom(argument);
        if (vips.setFromText.toInt(operation, name, arena.allocateFrom(value.toString())) != 0) {
            throw failed();
        }
        return this;
    }

    Operation with(String argument, Picture picture) {
        return withBoxed(argument, picture.handle());
    }

    /** An object of GLib's, of the type that the argument has. */
    Operation withBoxed(String argument, MemorySegment object) {
        vips.setProperty.run(operation, arena.allocateFrom(argument), object, NULL);
        return this;
    }

    /** Bytes that outlive the session's pictures. */
    Operation with(String argument, MemorySegment bytes) {
        MemorySegment blob = vips.blobNew.toPointer(NULL, bytes, bytes.byteSize());
        withBoxed(argument, blob);
        vips.areaUnref.run(blob);
        return this;
    }

    /** Calls; the result is a picture that has yet to be computed. */
    Picture picture() {
        MemorySegment built = build();
        MemorySegment out = output(built, "out").get(ADDRESS, 0);
        release(built);
        return session.adopt(out);
    }

    /** Calls a saver, which computes; the encoded file. */
    byte[] bytes() {
        MemorySegment built = build();
        MemorySegment blob = output(built, "buffer").get(ADDRESS, 0);
        MemorySegment size = arena.allocate(JAVA_LONG);
        MemorySegment start = vips.blobGet.toPointer(blob, size);
        byte[] bytes = start.reinterpret(size.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
        vips.areaUnref.run(blob);
        release(built);
        return bytes;
    }

    /** Calls; whole-numbered results in the order of their names. */
    int[] numbers(String... names) {
        MemorySegment built = build();
        int[] numbers = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            numbers[i] = output(built, names[i]).get(JAVA_INT, 0);
        }
        release(built);
        return numbers;
    }

    private MemorySegment build() {
        MemorySegment place = arena.allocateFrom(ADDRESS, operation);
        if (vips.build.toInt(place) != 0) {
            throw failed();
        }
        return place.get(ADDRESS, 0);
    }

    private MemorySegment output(MemorySegment built, String name) {
        MemorySegment place = arena.allocate(JAVA_LONG);
        vips.getProperty.run(built, arena.allocateFrom(name), place, NULL);
        return place;
    }

    private VipsException failed() {
        release(operation);
        return new VipsException(vips.lastError());
    }

    private void release(MemorySegment built) {
        vips.unrefOutputs.run(built);
        vips.unref.run(built);
    }
}

package latent.render.heif;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import latent.render.nativecall.NativeFunction;

/**
 * Tells libheif's warnings apart. A code point without a meaning is no damage: it counts as one that says nothing (ITU-T H.265, E.3.1). That it fails at
 * such a one is all that libheif's option {@code strict_decoding} does, and 1.15 does not free the picture then; so it is not set.
 *
 * @param list {@code heif_image_get_decoding_warnings}
 */
record DecodingWarnings(NativeFunction list) {
    /** Of a {@code heif_error}: two ints and a pointer. */
    private static final long ERROR_BYTES = 16;

    private static final int INVALID_INPUT = 2;

    /** Primaries, transfer characteristics and matrix coefficients, in this order. */
    private static final int FIRST_UNKNOWN_CODE_POINT = 133;

    private static final int LAST_UNKNOWN_CODE_POINT = 135;

    /** Whether the decoder of an image went on where something was wrong. */
    boolean tellOfDamage(Arena arena, long image) {
        int count = (int) list.call(image, 0, 0, 0);
        // It writes all of them, however many are asked for.
        MemorySegment errors = arena.allocate(ERROR_BYTES * count, ERROR_BYTES);
        list.call(image, 0, errors.address(), count);
        for (int i = 0; i < count; i++) {
            int code = errors.get(JAVA_INT, ERROR_BYTES * i);
            int subcode = errors.get(JAVA_INT, ERROR_BYTES * i + JAVA_INT.byteSize());
            if (code != INVALID_INPUT || subcode < FIRST_UNKNOWN_CODE_POINT || subcode > LAST_UNKNOWN_CODE_POINT) {
                return true;
            }
        }
        return false;
    }
}

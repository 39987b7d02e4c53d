package latent.render.colour;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * Header and tags of an ICC profile (ICC.1:2022, 7.2, 7.3 and 10). Places are counted in bytes from its start. A place behind its end is an
 * {@link IndexOutOfBoundsException}.
 */
final class ProfileReader {
    private static final int TAG_TABLE = 128;
    private static final int TAG_BYTES = 12;

    /** Far more than any maker writes. */
    private static final int MAX_TAGS = 100;

    private final ByteBuffer profile;

    ProfileReader(byte[] bytes) {
        profile = ByteBuffer.wrap(bytes);
    }

    /** Whether all that its header and its table of tags announce is there. */
    boolean isWhole() {
        long size = unsigned(0);
        long tags = unsigned(TAG_TABLE);
        boolean fits = size <= profile.limit() && tags <= MAX_TAGS && size >= TAG_TABLE + 4 + tags * TAG_BYTES;
        return fits && IntStream.range(0, (int) tags).allMatch(tag -> holds(TAG_TABLE + 4 + tag * TAG_BYTES, size));
    }

    private boolean holds(int entry, long size) {
        return unsigned(entry + 8) >= 4 && unsigned(entry + 4) + unsigned(entry + 8) <= size;
    }

    /** Where a tag's data begin; -1 when there is none. */
    int tag(String name) {
        long tags = Math.min(unsigned(TAG_TABLE), MAX_TAGS);
        for (int i = 0; i < tags; i++) {
            int entry = TAG_TABLE + 4 + i * TAG_BYTES;
            if (is(entry, name)) {
                return profile.getInt(entry + 4);
            }
        }
        return -1;
    }

    /** True when these four characters stand at a place. */
    boolean is(int at, String name) {
        return profile.getInt(at)
                == ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }

    int octet(int at) {
        return profile.get(at) & 0xff;
    }

    int twoOctets(int at) {
        return profile.getShort(at) & 0xffff;
    }

    int number(int at) {
        return profile.getInt(at);
    }

    /** An s15Fixed16Number. */
    double fixed(int at) {
        return profile.getInt(at) / 65536.0;
    }

    boolean isNear(int at, double wanted, double tolerance) {
        return Math.abs(fixed(at) - wanted) <= tolerance;
    }

    private long unsigned(int at) {
        return profile.getInt(at) & 0xffff_ffffL;
    }
}

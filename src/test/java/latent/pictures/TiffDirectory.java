package latent.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;

/**
 * A directory of a TIFF file (TIFF 6.0, section 2), as bytes.
 *
 * @param big whether the file is a BigTIFF, where numbers and places have eight bytes
 */
record TiffDirectory(List<Entry> entries, ByteOrder order, boolean big) {
    private static final int SIGNED_SHORT = 8;
    private static final int SIGNED_LONG = 9;

    /** Numbers of one tag. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(int tag, int type, long... values) {
        private int size() {
            return switch (type) {
                case TiffWriter.SHORT, SIGNED_SHORT -> 2;
                case TiffWriter.LONG, SIGNED_LONG -> 4;
                case TiffWriter.LONG8 -> 8;
                default -> 1;
            };
        }

        private int bytes() {
            return size() * values.length;
        }
    }

    /**
     * Of a place in the file, with the values that are longer than their cell behind it.
     *
     * @param last whether no other directory stands behind it
     */
    byte[] at(int place, boolean last) {
        int cell = big ? 8 : 4;
        int behind = (big ? 8 : 2) + entries.size() * (4 + 2 * cell) + cell;
        int end = behind
                + entries.stream()
                        .mapToInt(Entry::bytes)
                        .filter(bytes -> bytes > cell)
                        .sum();
        ByteBuffer bytes = ByteBuffer.allocate(end).order(order);
        if (big) {
            bytes.putLong(entries.size());
        } else {
            bytes.putShort((short) entries.size());
        }
        for (Entry entry :
                entries.stream().sorted(Comparator.comparingInt(Entry::tag)).toList()) {
            bytes.putShort((short) entry.tag()).putShort((short) entry.type());
            number(bytes, entry.values().length);
            int next = bytes.position() + cell;
            if (entry.bytes() > cell) {
                number(bytes, place + behind);
                bytes.position(behind);
                behind += entry.bytes();
            }
            for (long value : entry.values()) {
                value(bytes, entry.size(), value);
            }
            bytes.position(next);
        }
        number(bytes, last ? 0 : place + end);
        return bytes.array();
    }

    private void number(ByteBuffer bytes, long number) {
        value(bytes, big ? 8 : 4, number);
    }

    private static void value(ByteBuffer bytes, int size, long value) {
        switch (size) {
            case 1 -> bytes.put((byte) value);
            case 2 -> bytes.putShort((short) value);
            case 4 -> bytes.putInt((int) value);
            default -> bytes.putLong(value);
        }
    }
}

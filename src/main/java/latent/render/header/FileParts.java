package latent.render.header;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The parts of a file that have been read, each at its place. */
final class FileParts {
    private static final int PART_BYTES = 64 << 10;

    private final long fileBytes;
    private final List<Part> parts = new ArrayList<>();
    private Part last;

    FileParts(byte[] head, long fileBytes) {
        this.fileBytes = fileBytes;
        this.last = new Part(0, head);
        parts.add(last);
    }

    /**
     * Reads in a file as far as it takes, in parts of 64 KiB.
     *
     * @param reader begins anew whenever there is more of the file
     */
    static <T> T read(ByteSource file, Function<Cursor, T> reader) {
        FileParts parts = new FileParts(part(file, 0), file.bytes());
        while (true) {
            try {
                return reader.apply(new Cursor(parts));
            } catch (Cursor.NotRead missing) {
                parts.add(missing.place(), part(file, missing.place()));
            }
        }
    }

    private static byte[] part(ByteSource file, long place) {
        return file.read(place, (int) Math.min(PART_BYTES, file.bytes() - place));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(long start, byte[] bytes) {
        boolean has(long place) {
            return place >= start && place < end();
        }

        long end() {
            return start + bytes.length;
        }
    }

    /** Size of the whole file. */
    long fileBytes() {
        return fileBytes;
    }

    void add(long start, byte[] bytes) {
        parts.add(new Part(start, bytes));
    }

    /** Whether the part that ends where another would begin is at hand. */
    boolean endAt(long place) {
        return parts.stream().anyMatch(part -> part.end() == place);
    }

    /** The bytes from a place on, as far as the parts go on without a gap, to be read only. */
    ByteBuffer from(long place) {
        at(place);
        byte[] bytes = last.bytes;
        long start = last.start;
        for (Optional<Part> next = partWith(start + bytes.length);
                next.isPresent();
                next = partWith(start + bytes.length)) {
            Part more = next.get();
            int known = (int) (start + bytes.length - more.start);
            byte[] joined = Arrays.copyOf(bytes, bytes.length + more.bytes.length - known);
            System.arraycopy(more.bytes, known, joined, bytes.length, more.bytes.length - known);
            bytes = joined;
        }
        return ByteBuffer.wrap(bytes, (int) (place - start), (int) (start + bytes.length - place))
                .slice()
                .asReadOnlyBuffer();
    }

    private Optional<Part> partWith(long place) {
        return parts.stream().filter(part -> part.has(place)).findFirst();
    }

    /**
     * The byte at a place, 0 to 255.
     *
     * @throws Cursor.NotRead when it is in no part that was read
     */
    int at(long place) {
        if (!last.has(place)) {
            last = partWith(place).orElseThrow(() -> new Cursor.NotRead(place));
        }
        return last.bytes[(int) (place - last.start)] & 0xff;
    }
}

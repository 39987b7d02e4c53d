package latent.render.header;

import java.util.ArrayList;
import java.util.List;

/** The parts of a file that have been read, each at its place. */
final class FileParts {
    private final long fileBytes;
    private final List<Part> parts = new ArrayList<>();
    private Part last;

    FileParts(byte[] head, long fileBytes) {
        this.fileBytes = fileBytes;
        this.last = new Part(0, head);
        parts.add(last);
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

    /**
     * The byte at a place, 0 to 255.
     *
     * @throws Cursor.NotRead when it is in no part that was read
     */
    int at(long place) {
        if (!last.has(place)) {
            last = parts.stream()
                    .filter(part -> part.has(place))
                    .findFirst()
                    .orElseThrow(() -> new Cursor.NotRead(place));
        }
        return last.bytes[(int) (place - last.start)] & 0xff;
    }
}

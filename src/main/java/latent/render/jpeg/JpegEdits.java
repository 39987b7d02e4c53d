package latent.render.jpeg;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.util.Comparator.comparingLong;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Changes to places of a file, of two that overlap the first one; the file itself stays as it is. */
final class JpegEdits {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Edit(long from, long to, byte[] instead) {}

    private final List<Edit> edits = new ArrayList<>();

    void replace(long from, long to, int... instead) {
        byte[] bytes = new byte[instead.length];
        for (int i = 0; i < instead.length; i++) {
            bytes[i] = (byte) instead[i];
        }
        edits.add(new Edit(from, to, bytes));
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** The file as changed; what lies behind its end is left alone. */
    byte[] apply(MemorySegment file) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream((int) file.byteSize() + 16);
        long at = 0;
        for (Edit edit : edits.stream().sorted(comparingLong(Edit::from)).toList()) {
            if (edit.from() < at || edit.to() > file.byteSize()) {
                continue;
            }
            changed.writeBytes(file.asSlice(at, edit.from() - at).toArray(JAVA_BYTE));
            changed.writeBytes(edit.instead());
            at = edit.to();
        }
        changed.writeBytes(file.asSlice(at).toArray(JAVA_BYTE));
        return changed.toByteArray();
    }
}

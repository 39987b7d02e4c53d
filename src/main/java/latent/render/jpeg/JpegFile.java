package latent.render.jpeg;

import java.lang.foreign.MemorySegment;

/**
 * A JPEG file as a decoder should see it. What decoders warn of and what harms nobody is put right before: so a warning that is left means
 * damage, and the first of them is all that libjpeg tells. It is as good as free for the usual file, of which nothing but the header is looked at.
 */
public final class JpegFile {
    private final JpegHeader header;
    private final long end;
    private final boolean mended;
    private final boolean completed;

    private JpegFile(JpegHeader header, long end, boolean mended, boolean completed) {
        this.header = header;
        this.end = end;
        this.mended = mended;
        this.completed = completed;
    }

    /** Looks at a file that the header gate has let in; nothing is thrown, whatever the bytes. */
    public static JpegFile of(MemorySegment file) {
        JpegHeader header = JpegHeader.of(new JpegBytes(file));
        JpegEdits edits = new JpegEdits();
        HarmlessOddities.mend(header, edits);
        boolean closed = endsWithMarker(header.bytes());
        if (closed && !header.announcesMorePictures()) {
            return edits.isEmpty()
                    ? new JpegFile(header, file.byteSize() - 2, false, false)
                    : mended(edits.apply(file), false);
        }
        JpegScans scans = JpegScans.of(header);
        if (scans.hasEnd()) {
            return edits.isEmpty() ? new JpegFile(header, scans.end(), false, false) : mended(edits.apply(file), false);
        }
        if (scans.haveAllCoefficients()) {
            return completed(edits.isEmpty() ? file : MemorySegment.ofArray(edits.apply(file)));
        }
        return new JpegFile(header, file.byteSize(), false, false);
    }

    private static JpegFile completed(MemorySegment file) {
        JpegEdits end = new JpegEdits();
        end.replace(JpegScans.of(JpegHeader.of(new JpegBytes(file))).end(), file.byteSize(), 0xff, JpegCodes.EOI);
        return mended(end.apply(file), true);
    }

    private static JpegFile mended(byte[] bytes, boolean completed) {
        JpegHeader header = JpegHeader.of(new JpegBytes(MemorySegment.ofArray(bytes)));
        boolean simple = endsWithMarker(header.bytes()) && !header.announcesMorePictures();
        long end = simple ? bytes.length - 2 : JpegScans.of(header).end();
        return new JpegFile(header, end, true, completed);
    }

    private static boolean endsWithMarker(JpegBytes bytes) {
        return bytes.u8(bytes.size() - 2) == 0xff && bytes.u8(bytes.size() - 1) == JpegCodes.EOI;
    }

    /** The bytes to decode: the file itself, or a mended copy on the heap. */
    public MemorySegment bytes() {
        return header.bytes().file();
    }

    /** Whether {@link #bytes} is a copy. */
    public boolean isMended() {
        return mended;
    }

    /** Whether the end marker was missing, which has been added. */
    boolean isCompleted() {
        return completed;
    }

    /** Whether all of the picture is in one scan of Huffman codes: then {@link #end} is where its data ends, and decoders that have the last line stop. */
    public boolean isOneScan() {
        return header.isOneScan();
    }

    /** Where the picture's end marker stands. */
    public long end() {
        return end;
    }

    JpegHeader header() {
        return header;
    }
}

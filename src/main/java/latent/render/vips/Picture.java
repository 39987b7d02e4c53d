package latent.render.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latent.image.PixelRect;
import latent.image.PixelSize;

/** A picture of libvips: a chain of operations that is computed strip by strip when it is saved. Immutable; each step makes another. */
record Picture(Session session, long handle) {
    private static final String ICC = "icc-profile-data";

    PixelSize size() {
        return new PixelSize(
                session.vips().width.number(handle), session.vips().height.number(handle));
    }

    int bands() {
        return session.vips().bands.number(handle);
    }

    boolean hasAlpha() {
        return session.vips().hasAlpha.number(handle) != 0;
    }

    boolean is(Interpretation interpretation) {
        return session.vips().interpretation.number(handle) == interpretation.number();
    }

    boolean isEightBit() {
        return session.vips().bandFormat.number(handle) == 0;
    }

    int pages() {
        return session.vips().pages.number(handle);
    }

    Operation operation(String name) {
        return session.operation(name).with("in", this);
    }

    /** Its pixels, computed once; needed before they are visited in another order than the decoder's. */
    Picture inMemory() {
        long copy = session.vips().copyMemory.call(handle);
        if (copy == 0) {
            throw new VipsException(session.vips().lastError());
        }
        return session.adopt(copy);
    }

    Picture cut(PixelRect part) {
        return part.equals(PixelRect.whole(size()))
                ? this
                : session.operation("extract_area")
                        .with("input", this)
                        .with("left", part.left())
                        .with("top", part.top())
                        .with("width", part.width())
                        .with("height", part.height())
                        .picture();
    }

    /** Colour times alpha, in floating point: only what is multiplied can be mixed with its neighbours. */
    Picture premultiply() {
        return operation("premultiply").picture();
    }

    Picture unpremultiply() {
        return operation("unpremultiply").picture();
    }

    /** With as many bits as another. */
    Picture cast(Picture like) {
        return operation("cast")
                .with("format", like.isEightBit() ? "uchar" : "ushort")
                .picture();
    }

    Picture eightBit() {
        return isEightBit() ? this : operation("cast").with("format", "uchar").picture();
    }

    Picture in(Interpretation interpretation) {
        return is(interpretation)
                ? this
                : operation("colourspace").with("space", interpretation.nick()).picture();
    }

    /** Some of its bands. */
    Picture extract(int first, int count) {
        return operation("extract_band").with("band", first).with("n", count).picture();
    }

    /** The same numbers, understood in another way. */
    Picture meaning(Interpretation interpretation) {
        return operation("copy").with("interpretation", interpretation.nick()).picture();
    }

    /** As JPEG weighs the channels (ITU-R BT.601); libvips' own gray weighs light and not what the eye makes of it. */
    Picture luma() {
        return operation("linear")
                .with("a", "0.897 1.761 0.342")
                .with("b", "0 0 0")
                .picture()
                .operation("bandmean")
                .picture()
                .eightBit();
    }

    /** A text of the header. */
    Optional<String> text(String field) {
        MemorySegment place = session.arena().allocate(JAVA_LONG);
        return (int) session.vips().getText.call(handle, session.text(field), place.address()) == 0
                ? Optional.of(string(place.get(JAVA_LONG, 0)))
                : Optional.empty();
    }

    /** The names of all that is in the header. */
    List<String> fields() {
        long names = session.vips().fields.call(handle);
        List<String> fields = new ArrayList<>();
        for (long name = word(names, 0); name != 0; name = word(names, fields.size())) {
            fields.add(string(name));
        }
        session.vips().freeTexts.call(names);
        return fields;
    }

    /** Changes the header, which only a copy of its own allows. */
    void remove(String field) {
        session.vips().remove.call(handle, session.text(field));
    }

    /** Changes the header, which only a copy of its own allows. */
    void setText(String field, String text) {
        session.vips().setText.call(handle, session.text(field), session.text(text));
    }

    /** Changes the header, which only a copy of its own allows. */
    void setNumber(String field, int number) {
        session.vips().setInt.call(handle, session.text(field), number);
    }

    /** A copy with this colour profile, or with none. Its numbers stay. */
    Picture withProfile(Optional<byte[]> profile) {
        Picture copy = operation("copy").picture();
        copy.remove(ICC);
        profile.ifPresent(bytes -> session.vips()
                .setBlob
                .call(copy.handle, session.text(ICC), session.lend(bytes).address(), (long) bytes.length));
        return copy;
    }

    /** Changes the header, which only a copy of its own allows. */
    void setNumbers(String field, List<Integer> numbers) {
        MemorySegment array = session.arena()
                .allocateFrom(
                        JAVA_INT, numbers.stream().mapToInt(Integer::intValue).toArray());
        session.vips().setInts.call(handle, session.text(field), array.address(), numbers.size());
    }

    /** The embedded colour profile. */
    Optional<byte[]> profile() {
        MemorySegment start = session.arena().allocate(JAVA_LONG);
        MemorySegment length = session.arena().allocate(JAVA_LONG);
        return session.vips().getBlob.succeeds(handle, session.text(ICC), start.address(), length.address())
                ? Optional.of(bytes(start.get(JAVA_LONG, 0), length.get(JAVA_LONG, 0)))
                : Optional.empty();
    }

    @SuppressWarnings("restricted") // ends with a zero
    private static String string(long address) {
        return MemorySegment.ofAddress(address).reinterpret(Integer.MAX_VALUE).getString(0);
    }

    @SuppressWarnings("restricted") // ends with a null pointer
    private static long word(long array, int index) {
        return MemorySegment.ofAddress(array).reinterpret(Integer.MAX_VALUE).getAtIndex(JAVA_LONG, index);
    }

    @SuppressWarnings("restricted") // libvips says how long it is
    private static byte[] bytes(long start, long length) {
        return MemorySegment.ofAddress(start).reinterpret(length).toArray(JAVA_BYTE);
    }
}

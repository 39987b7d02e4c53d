package latent.render.vips;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import latent.render.ShrunkPicture;
import latent.render.ShrunkPicture.Form;

/** Pictures of libvips as samples that another process can begin with, and back: what is encoded of either is the same, byte for byte. */
final class SharedPixels {
    private static final String RESOLUTION_UNIT = "resolution-unit";
    private static final byte[] NO_PROFILE = {};

    /**
     * How libvips marks a picture whose lines come from a decoder, one after the other. It resizes such a picture in strips of ten lines, sums the place of a
     * line up anew in each strip, and rounds it: in strips of another height a line may come from another place, by the 64th of a line.
     */
    private static final String SEQUENTIAL = "vips-sequential";

    private SharedPixels() {}

    /** What a decoded picture is described by; empty where it is of a kind that is not shared: not shrunk, not of eight bits, of ink, or too large. */
    static Optional<Form> form(Picture decoded, double shrink) {
        boolean gray = decoded.is(Interpretation.GRAY) && decoded.bands() == 1;
        boolean colour = decoded.is(Interpretation.SRGB) && decoded.bands() == 3;
        boolean small = decoded.size().pixels() * decoded.bands() <= ShrunkPicture.MAX_BYTES;
        return shrink > 1 && decoded.isEightBit() && (gray || colour) && small
                ? Optional.of(new Form(
                        (int) shrink,
                        decoded.size(),
                        decoded.bands(),
                        resolution(decoded, "xres"),
                        resolution(decoded, "yres"),
                        decoded.text(RESOLUTION_UNIT).orElse(""),
                        decoded.profile().orElse(NO_PROFILE)))
                : Optional.empty();
    }

    private static double resolution(Picture picture, String property) {
        Session session = picture.session();
        MemorySegment place = session.arena().allocate(JAVA_DOUBLE);
        session.vips().getProperty.call(picture.handle(), session.text(property), place.address(), 0);
        return place.get(JAVA_DOUBLE, 0);
    }

    /** The picture of samples that stay where they are until the session closes. */
    static Picture picture(Session session, ShrunkPicture<MemorySegment> shared) {
        Form form = shared.form();
        Picture bare = session.pixels(
                shared.samples().asSlice(0, form.bytes()),
                form.size().width(),
                form.size().height(),
                form.bands());
        Interpretation meaning = form.bands() == 1 ? Interpretation.GRAY : Interpretation.SRGB;
        Picture described = bare.operation("copy")
                .with("interpretation", meaning.nick())
                .with("xres", form.across())
                .with("yres", form.down())
                .picture();
        described.setNumber(SEQUENTIAL, 1);
        if (!form.unit().isEmpty()) {
            described.setText(RESOLUTION_UNIT, form.unit());
        }
        return form.profile().length == 0 ? described : described.withProfile(Optional.of(form.profile()));
    }

    /** The samples of a picture that is in memory, for as long as it is there. */
    @SuppressWarnings("restricted") // libvips says where they are, and the form how many
    static MemorySegment samples(Libvips vips, long handle, Form form) {
        return MemorySegment.ofAddress(vips.data.call(handle)).reinterpret(form.bytes());
    }
}

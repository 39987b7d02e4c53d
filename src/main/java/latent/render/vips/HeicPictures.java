package latent.render.vips;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import latent.image.ImageHeader;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.colour.IccProfile;
import latent.render.header.AuxiliaryTransformations;
import latent.render.header.HeicPayload;
import latent.render.header.SegmentBytes;
import latent.render.heif.ExifCopyright;
import latent.render.heif.HeifException;
import latent.render.heif.HeifHeader;
import latent.render.heif.HeifPixels;
import latent.render.heif.Libheif;

/** HEIC files, which npm's libvips cannot decode: decoded by libheif, once for all steps of a render, and handed over as pixels. */
final class HeicPictures implements AutoCloseable {
    private static final int COLOURS = 3;
    private static final int CHANNELS = 4;
    /** As libheif has it. */
    private static final int MOST_PIXELS_IN_A_ROW = 32_768;

    private static final double SIXTEEN_BITS = 65_535;

    private final Session session;
    private final Libheif library;
    private final Map<Long, HeifPixels> pixels = new HashMap<>();
    private final Map<Long, Picture> pictures = new HashMap<>();

    HeicPictures(Session session, Libheif library) {
        this.session = session;
        this.library = library;
    }

    /** The primary picture of a file, upright, with its profile and its notice. */
    Picture decoded(MemorySegment file, ImageHeader header) {
        return pictures.computeIfAbsent(file.address(), place -> picture(decode(file, header)));
    }

    /** An AVIF or HEIC file, or a copy in which its transparency is turned as its colours are. */
    static MemorySegment withTransparencyInPlace(Session session, MemorySegment file) {
        return AuxiliaryTransformations.alike(new SegmentBytes(file))
                .map(session::lend)
                .orElse(file);
    }

    private HeifPixels decode(MemorySegment file, ImageHeader header) {
        MemorySegment whole = withTransparencyInPlace(session, file);
        long longest = HeicPayload.longestSide(file.toArray(ValueLayout.JAVA_BYTE));
        try {
            HeifPixels decoded = library.decode(whole, (int) Math.min(longest, MOST_PIXELS_IN_A_ROW), header.stored());
            pixels.put(file.address(), decoded);
            return decoded;
        } catch (HeifException e) {
            if (e.isOutOfMemory()) {
                throw new Refusal(Reason.RENDER_LIMIT_REACHED, VipsException.TOO_MUCH_MEMORY);
            }
            throw new VipsException(String.valueOf(e.getMessage()));
        }
    }

    private Picture picture(HeifPixels decoded) {
        HeifHeader header = decoded.header();
        boolean gray = header.profile()
                .filter(profile -> IccProfile.isUsable(profile, 1))
                .filter(profile -> IccProfile.channels(profile) == 1)
                .isPresent();
        Picture samples = samples(decoded);
        if (header.isPremultiplied()) {
            samples = samples.unpremultiply().cast(samples);
        }
        Picture meant = bands(samples, gray, header.hasAlpha());
        Picture named = meant.meaning(interpretation(gray, decoded.isDeep()));
        Picture described = header.profile().isPresent() ? named.withProfile(header.profile()) : named;
        header.exif()
                .flatMap(ExifCopyright::in)
                .filter(Predicate.not(String::isEmpty))
                .ifPresent(notice -> CopyrightNotice.plainInto(described, notice));
        return described;
    }

    private Picture samples(HeifPixels decoded) {
        PixelSize size = decoded.size();
        PixelRect lines = new PixelRect(0, 0, size.width(), size.height());
        if (!decoded.isDeep()) {
            return session.pixels(decoded.samples(), decoded.lineWidth(), size.height(), CHANNELS)
                    .cut(lines)
                    .meaning(Interpretation.SRGB);
        }
        return session.deepPixels(decoded.samples(), decoded.lineWidth(), size.height(), CHANNELS)
                .cut(lines)
                .operation("linear")
                .with("a", SIXTEEN_BITS / decoded.maximum())
                .with("b", 0)
                .picture()
                .operation("cast")
                .with("format", "ushort")
                .picture()
                .meaning(Interpretation.RGB_16);
    }

    /** Gray comes as three channels that are alike. */
    private Picture bands(Picture samples, boolean gray, boolean alpha) {
        if (!gray) {
            return alpha ? samples : samples.extract(0, COLOURS);
        }
        Picture light = samples.extract(0, 1);
        return alpha ? session.joinBands(List.of(light, samples.extract(COLOURS, 1))) : light;
    }

    private static Interpretation interpretation(boolean gray, boolean deep) {
        if (gray) {
            return deep ? Interpretation.GRAY_16 : Interpretation.GRAY;
        }
        return deep ? Interpretation.RGB_16 : Interpretation.SRGB;
    }

    /** Frees what was decoded; to be called when no picture of it is used any more. */
    @Override
    public void close() {
        pixels.values().forEach(HeifPixels::close);
    }
}

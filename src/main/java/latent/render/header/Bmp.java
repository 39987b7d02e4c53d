package latent.render.header;

import java.nio.ByteBuffer;
import java.util.NoSuchElementException;
import latent.image.ImageFormat;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.bitmap.DibHeader;
import latent.render.bitmap.IconEntry;

/** The headers of BMP files and of icons. */
final class Bmp {
    private static final int FILE_HEADER_BYTES = 14;
    private static final int PIXELS_AT = 10;

    /** Far more than any icon has, which a byte counts in its directory. */
    private static final int MAX_ICON_SIDE = 1_024;

    /** Browsers show none that is wider or higher. */
    private static final int MAX_SIDE = 65_535;

    /** What the heap of a render worker has room for: the library decodes onto it. */
    private static final long MAX_PIXEL_BYTES = 128L << 20;

    private Bmp() {}

    static Claim read(Cursor file) {
        ByteBuffer bytes = file.rest();
        try {
            DibHeader header = DibHeader.of(bytes, FILE_HEADER_BYTES, false);
            requireWhole(header, bytes.getInt(PIXELS_AT) & 0xffffffffL, file.fileBytes());
            return Claim.still(ImageFormat.BMP, header.width(), header.height());
        } catch (IndexOutOfBoundsException e) {
            throw file.endOf(bytes);
        }
    }

    static Claim readIcon(Cursor file) {
        ByteBuffer bytes = file.rest();
        try {
            IconEntry entry = IconEntry.best(bytes);
            if (entry.offset() + entry.bytes() > Integer.MAX_VALUE || entry.offset() > file.fileBytes()) {
                throw Broken.header("its best picture lies behind its end");
            }
            if (entry.isPng(bytes)) {
                Claim png = Png.read(file.seek(entry.offset()).head(file.fileBytes() - entry.offset()));
                return Claim.still(ImageFormat.ICO, png.width(), png.height())
                        .turned(png.orientation())
                        .interlacedIf(png.interlaced());
            }
            DibHeader header = DibHeader.of(bytes, (int) entry.offset(), true);
            requireWhole(header, entry.offset() + header.bytes(), file.fileBytes());
            if (Math.max(header.width(), header.height()) > MAX_ICON_SIDE || !header.isPlain()) {
                throw kind(header);
            }
            return Claim.still(ImageFormat.ICO, header.width(), header.height());
        } catch (IndexOutOfBoundsException e) {
            throw file.endOf(bytes);
        } catch (NoSuchElementException empty) {
            throw Broken.header("it has no pixels");
        }
    }

    private static void requireWhole(DibHeader header, long pixels, long fileBytes) {
        if (!header.isKnown()) {
            throw kind(header);
        }
        boolean wide = Math.max(header.width(), header.height()) > MAX_SIDE;
        if (wide || (header.isPlain() && header.lineBytes() * header.height() > MAX_PIXEL_BYTES)) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    "The original has too many pixels: %dx%d.".formatted(header.width(), header.height()));
        }
        if (header.width() < 1) {
            throw Broken.header("it has no pixels");
        }
        if (header.isPlain() && pixels + header.lineBytes() * header.height() > fileBytes) {
            throw Broken.header("its end is missing");
        }
    }

    private static Refusal kind(DibHeader header) {
        return new Refusal(
                Reason.UNSUPPORTED_FORMAT,
                "The original is a bitmap of a kind that is not shown: %d bits a pixel, compression %d, header of %d bytes."
                        .formatted(header.bits(), header.compression(), header.bytes()));
    }
}

package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/** A file that can be decoded, part by part and at any size, upright and then turned further. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Source(ImageReaders decoders, byte[] file, ImageHeader header) {
    /**
     * A part at exactly a size.
     *
     * @param part    in upright pixels
     * @param further a turn on top of the one that makes it upright
     * @param size    after the turn
     */
    DecodedPicture read(PixelRect part, Orientation further, PixelSize size) {
        Orientation turn = header.orientation().then(further);
        DecodedPicture decoded = decode(part, turn.turn(size));
        BufferedImage small = Resize.to(turn.turn(size), decoded.picture());
        return new DecodedPicture(Turn.by(turn, small), decoded.profile());
    }

    /** A part, upright, with no side longer than {@code side} pixels, for a glance before the render. */
    BufferedImage glance(PixelRect part, int side) {
        double scale = Math.min(1, (double) side / Math.max(part.width(), part.height()));
        PixelSize size = new PixelSize((int) Math.max(1, Math.round(part.width() * scale)), (int)
                Math.max(1, Math.round(part.height() * scale)));
        return read(part, Orientation.TOP_LEFT, size).picture();
    }

    private DecodedPicture decode(PixelRect part, PixelSize wanted) {
        PixelRect region = header.orientation().unturn(part, header.upright());
        try {
            return decoders.decode(new DecodeRequest(file, header, region, wanted));
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException | StackOverflowError | InternalError e) {
            // ImageIO's readers throw all of these on damaged files. No cause goes with it: it names our insides.
            throw new Refusal(Reason.NOT_A_PICTURE, "The original is damaged or not a whole picture.");
        }
    }
}

package latent.render.worker;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import latent.image.PixelSize;
import latent.render.ShrunkPicture.Form;

/**
 * Serialises the metadata of a decoded picture for the pipe between processor and render worker. The samples are not part of it: they are in shared
 * memory, or follow in the pipe.
 */
final class DecodedPictureCodec {
    /** Profiles of printers are the largest, and none of them is of a picture that is shared. */
    private static final int LARGEST_PROFILE = 4 << 20;

    private DecodedPictureCodec() {}

    static void write(DataOutput out, Form form) throws IOException {
        out.writeInt(form.shrink());
        out.writeInt(form.size().width());
        out.writeInt(form.size().height());
        out.writeInt(form.bands());
        out.writeDouble(form.across());
        out.writeDouble(form.down());
        out.writeUTF(form.unit());
        out.writeInt(form.profile().length);
        out.write(form.profile());
    }

    /** @throws IOException when the pipe ends, or the values are no valid metadata */
    static Form read(DataInput in) throws IOException {
        try {
            int shrink = in.readInt();
            PixelSize size = new PixelSize(in.readInt(), in.readInt());
            int bands = in.readInt();
            double across = in.readDouble();
            double down = in.readDouble();
            String unit = in.readUTF();
            int length = in.readInt();
            if (length < 0 || length > LARGEST_PROFILE) {
                throw new IOException("a colour profile of " + length + " bytes");
            }
            byte[] profile = new byte[length];
            in.readFully(profile);
            return new Form(shrink, size, bands, across, down, unit, profile);
        } catch (IllegalArgumentException e) {
            throw new IOException("no such picture", e);
        }
    }
}

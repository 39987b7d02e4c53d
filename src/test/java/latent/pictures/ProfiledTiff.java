package latent.pictures;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A TIFF file of one uncompressed strip, with a colour profile (TIFF 6.0; ICC.1:2001, B.4). */
public final class ProfiledTiff {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int UNDEFINED = 7;
    private static final int ENTRIES = 10;

    private ProfiledTiff() {}

    /** Of a picture of eight bits in one or three channels. */
    public static byte[] of(BufferedImage picture, byte[] profile) {
        int channels = picture.getRaster().getNumBands();
        int[] samples = picture.getRaster().getPixels(0, 0, picture.getWidth(), picture.getHeight(), (int[]) null);
        int bits = 8 + 2 + 12 * ENTRIES + 4;
        int strip = bits + 2 * channels;
        ByteBuffer file =
                ByteBuffer.allocate(strip + samples.length + profile.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) ENTRIES);
        entry(file, 256, LONG, 1, picture.getWidth());
        entry(file, 257, LONG, 1, picture.getHeight());
        entry(file, 258, SHORT, channels, channels == 1 ? 8 : bits);
        entry(file, 259, SHORT, 1, 1);
        entry(file, 262, SHORT, 1, channels == 1 ? 1 : 2);
        entry(file, 273, LONG, 1, strip);
        entry(file, 277, SHORT, 1, channels);
        entry(file, 278, LONG, 1, picture.getHeight());
        entry(file, 279, LONG, 1, samples.length);
        entry(file, 34675, UNDEFINED, profile.length, strip + samples.length);
        file.putInt(0);
        for (int i = 0; i < channels; i++) {
            file.putShort((short) 8);
        }
        for (int sample : samples) {
            file.put((byte) sample);
        }
        return file.put(profile).array();
    }

    private static void entry(ByteBuffer file, int tag, int type, int count, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
